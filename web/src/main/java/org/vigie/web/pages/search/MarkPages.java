package org.vigie.web.pages.search;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.Mark;
import org.vigie.casework.Marks;
import org.vigie.casework.Subject;
import org.vigie.search.SearchRequest;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.pages.casework.HumanPanel;
import org.vigie.web.pages.part.AdvertCard;
import org.vigie.web.pages.part.AdvertCards;
import org.vigie.web.pages.part.ClosedCase;
import org.vigie.web.pages.part.LiveIndex;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.Paging;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.Readers;
import org.vigie.web.pages.part.Subjects;

/** Tags on adverts and who looks after them, put on many at once from the page of a search. */
public final class MarkPages {
  /** Characters of the longest tag. */
  static final int LONGEST_TAG = 40;

  /** Adverts on a page of a search whose largest card is open. */
  private static final int MOST_CHOSEN = SearchForm.HITS + SearchForm.OPENED;

  private final LiveIndex index;
  private final Duration timeout;
  private final Marks marks;
  private final Subjects subjects;
  private final Cases cases;
  private final Readers readers;
  private final AdvertCards cards;

  /**
   * @param timeout after which a list shows the adverts that it has
   */
  public MarkPages(
      LiveIndex index,
      Duration timeout,
      Marks marks,
      Subjects subjects,
      Cases cases,
      Readers readers,
      AdvertCards cards) {
    this.cards = cards;
    this.index = index;
    this.timeout = timeout;
    this.marks = marks;
    this.subjects = subjects;
    this.cases = cases;
    this.readers = readers;
  }

  /**
   * What can be done with the adverts that are ticked.
   *
   * @param readers the people to whom they can be assigned
   * @param cases the reader's cases
   * @param tags the tags in use
   */
  public record Bulk(List<String> readers, List<HumanPanel.Choice> cases, List<String> tags) {}

  /**
   * An advert with a mark.
   *
   * @param id the advert
   * @param card what it is; absent once it is erased or restricted
   */
  public record Row(String id, Optional<AdvertCard> card) {}

  public List<Route> routes() {
    Access readersOnly = Access.ofReaders();
    return List.of(
        Route.get("/worklist", readersOnly, Act.CONSULTATION, this::list),
        Route.post("/marks", readersOnly, Act.ALTERATION, this::mark));
  }

  Bulk bulk(Visit visit) {
    return new Bulk(
        readers.names(), HumanPanel.Choice.of(cases.openOf(visit.account().name())), marks.tags());
  }

  /** Returns the marks of adverts as cards show them, advert → marks. */
  Map<String, List<String>> of(List<AdvertCard> cards) {
    Map<String, List<String>> marked = new LinkedHashMap<>();
    List<Subject> adverts =
        cards.stream().map(card -> new Subject(Subject.Kind.ADVERT, card.id())).toList();
    for (Mark mark : marks.on(adverts)) {
      marked.computeIfAbsent(mark.subject().id(), id -> new ArrayList<>()).add(shown(mark));
    }
    return marked;
  }

  private static String shown(Mark mark) {
    return (mark.kind() == Mark.Kind.TAG ? "#" : "@") + mark.value();
  }

  private Answer list(Visit visit) throws IOException {
    String tag = visit.query("tag");
    Mark.Kind kind = tag.isEmpty() ? Mark.Kind.ASSIGNEE : Mark.Kind.TAG;
    String value = tag.isEmpty() ? visit.account().name() : tag;
    Paging.Asked page = Paging.Asked.in(visit, SearchForm.HITS);
    List<Row> rows = rows(visit, marks.with(kind, value, page.offset(), page.size()));
    List<AdvertCard> cards = rows.stream().map(Row::card).flatMap(Optional::stream).toList();
    return Answer.page(
        "worklist",
        Map.of(
            "tag", tag,
            "tags", marks.tags(),
            "rows", rows,
            "marks", of(cards),
            "bulk", bulk(visit),
            "paging", page.of(marks.count(kind, value), "/worklist", Map.of("tag", tag))));
  }

  /** Reads what marked adverts are, in the order of their marks. */
  private List<Row> rows(Visit visit, List<Mark> listed) throws IOException {
    List<Subject> adverts = listed.stream().map(Mark::subject).toList();
    if (adverts.isEmpty()) {
      return List.of();
    }
    SearchRequest request =
        new SearchRequest(ids(adverts), 0, adverts.size(), SearchRequest.Order.NEWEST, 0, timeout);
    Map<String, AdvertCard> known = new HashMap<>();
    index
        .read(open -> cards.of(visit, open, open.search(request).hits()))
        .orElse(List.of())
        .forEach(card -> known.put(card.id(), card));
    return adverts.stream()
        .map(advert -> new Row(advert.id(), Optional.ofNullable(known.get(advert.id()))))
        .toList();
  }

  private Answer mark(Visit visit) throws IOException {
    List<Subject> chosen = new ArrayList<>();
    for (String id : visit.forms("advert").stream().distinct().limit(MOST_CHOSEN).toList()) {
      Optional<Subject> known = subjects.find(Subject.Kind.ADVERT, id);
      if (known.isEmpty()) {
        return NotFound.answer();
      }
      chosen.add(known.get());
    }
    Optional<CaseFile> file = cases.find(visit.account().name(), visit.form("case"));
    if (visit.form("change").equals("file") && file.isPresent() && !file.get().isOpen()) {
      return ClosedCase.answer();
    }
    String tag = visit.form("tag").strip();
    String assignee = visit.form("assignee");
    if (visit.form("change").equals("export") && !chosen.isEmpty()) {
      return new Answer.SeeOther("/exports?q=" + Paths.encoded(ids(chosen)));
    }
    boolean known =
        switch (visit.form("change")) {
          case "tag" -> isTag(tag);
          case "untag" -> marks.tags().contains(tag);
          case "assign" -> readers.names().contains(assignee);
          case "file" -> file.isPresent();
          default -> false;
        };
    if (chosen.isEmpty() || !known) {
      return Answer.Page.error(422, "bulk.incomplete");
    }
    String account = visit.account().name();
    for (Subject subject : chosen) {
      switch (visit.form("change")) {
        case "tag" -> marks.add(account, new Mark(Mark.Kind.TAG, subject, tag));
        case "untag" -> marks.remove(account, new Mark(Mark.Kind.TAG, subject, tag));
        case "assign" -> marks.add(account, new Mark(Mark.Kind.ASSIGNEE, subject, assignee));
        default -> cases.put(file.orElseThrow(), account, subject, "");
      }
    }
    return new Answer.SeeOther(Paths.local(visit.form("next")));
  }

  private static String ids(List<Subject> adverts) {
    return adverts.stream().map(Subject::id).collect(Collectors.joining(" OR ", "id:(", ")"));
  }

  /** A tag is a word or two in any script, so that it can be read out and typed again. */
  private static boolean isTag(String tag) {
    return !tag.isEmpty()
        && tag.length() <= LONGEST_TAG
        && tag.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == ' ');
  }
}
