package org.vigie.web.pages.search;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.advert.Severity;
import org.vigie.casework.SavedSearch;
import org.vigie.casework.SavedSearches;
import org.vigie.search.StoredQueries;
import org.vigie.search.StoredQuery;
import org.vigie.search.query.QuerySyntaxException;
import org.vigie.text.safe.Words;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.Worded;
import org.vigie.web.pages.part.EvidenceText;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.Piece;

/** Where a person keeps searches that raise alerts. Everybody sees their own alone. */
public final class SavedSearchPages {
  /** Characters of the longest name. */
  static final int LONGEST_NAME = 80;

  private final SavedSearches searches;

  public SavedSearchPages(SavedSearches searches) {
    this.searches = searches;
  }

  /**
   * A saved search in a list.
   *
   * @param path of its own address
   * @param found where its results are
   * @param severity label of its alerts' severity
   */
  public record Row(
      String path,
      String found,
      List<Piece> name,
      List<Piece> query,
      String severity,
      int version,
      String at) {
    static Row of(SavedSearch search) {
      return new Row(
          "/searches/" + search.id(),
          Paths.search(search.query()),
          new EvidenceText(search.name()).pieces(),
          new EvidenceText(search.query()).pieces(),
          search.severity().label(),
          search.version(),
          Words.minute(search.at()));
    }
  }

  public List<Route> routes() {
    Access readers = Access.ofReaders();
    return List.of(
        Route.get("/searches", readers, Act.CONSULTATION, this::list),
        Route.post("/searches", readers, Act.ALTERATION, this::save),
        Route.post("/searches/{id}/removal", readers, Act.ALTERATION, this::remove));
  }

  private Answer list(Visit visit) {
    return page(200, visit, "", Worded.NONE);
  }

  private Answer page(int status, Visit visit, String problem, Worded detail) {
    return new Answer.Page(
        status,
        "searches",
        Map.of(
            "searches", searches.of(visit.account().name()).stream().map(Row::of).toList(),
            "problem", problem,
            "detail", detail));
  }

  private Answer save(Visit visit) throws IOException {
    String query = visit.form("query").strip();
    String name = visit.form("title").strip();
    Optional<Severity> severity = severity(visit.form("severity"));
    if (query.isEmpty() || severity.isEmpty() || name.isEmpty() || name.length() > LONGEST_NAME) {
      return page(422, visit, "saved.incomplete", Worded.NONE);
    }
    String owner = visit.account().name();
    if (searches.of(owner).size() >= SavedSearches.MOST) {
      return page(422, visit, "saved.too-many", Worded.NONE);
    }
    try {
      StoredQueries.of(List.of(new StoredQuery(name, "", query, severity.get()))).close();
    } catch (QuerySyntaxException e) {
      return page(422, visit, "search.syntax", Worded.said(e.line()));
    }
    searches.save(owner, name, query, severity.get());
    return new Answer.SeeOther("/searches");
  }

  private Answer remove(Visit visit) {
    Optional<SavedSearch> known = searches.find(visit.account().name(), visit.path("id"));
    if (known.isEmpty()) {
      return NotFound.answer();
    }
    searches.remove(known.get());
    return new Answer.SeeOther("/searches");
  }

  private static Optional<Severity> severity(String label) {
    return Stream.of(Severity.values())
        .filter(severity -> severity.label().equals(label))
        .findFirst();
  }
}
