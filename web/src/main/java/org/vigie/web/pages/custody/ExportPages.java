package org.vigie.web.pages.custody;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.export.Export;
import org.vigie.casework.export.ExportFormat;
import org.vigie.casework.export.ExportSink;
import org.vigie.casework.mandate.Disclosure;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.casework.people.RateLimit;
import org.vigie.casework.people.Role;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Hidden;
import org.vigie.search.NoIndexException;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;
import org.vigie.search.query.QueryLexicon;
import org.vigie.search.query.QuerySyntaxException;
import org.vigie.text.safe.Words;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.pages.part.EvidenceText;
import org.vigie.web.pages.part.Grounds;
import org.vigie.web.pages.part.Lapses;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.Piece;
import org.vigie.web.pages.part.StepUp;

/**
 * Where adverts leave the system: one person asks, a second one grants, and the first takes the
 * file, both after giving password and code again.
 */
public final class ExportPages {
  /** More is a task for {@code ./vigie export --granted}, or for a program. */
  static final int MOST_ADVERTS = 20_000;

  private static final int MOST_LISTED = 50;
  private static final int LONGEST_RECIPIENT = 200;

  private final ExportRequests requests;
  private final Source source;
  private final StepUp stepUp;
  private final RateLimit limit;
  private final Lapses lapses;
  private final Clock clock;

  /**
   * Where adverts come from, and where a file waits until it is sent.
   *
   * @param index folder of the index
   * @param hidden what of it doesn't leave
   * @param lexicon what words of queries mean
   * @param folder where a file may lie meanwhile
   * @param timeout within which a search must be answered whole
   */
  public record Source(
      Path index, Supplier<Hidden> hidden, QueryLexicon lexicon, Path folder, Duration timeout) {
    AdvertIndex open() throws IOException {
      return AdvertIndex.open(index, hidden.get(), lexicon);
    }

    SearchRequest request(String query) {
      return new SearchRequest(query, 0, 0, SearchRequest.Order.NEWEST, 0, timeout);
    }
  }

  public ExportPages(
      ExportRequests requests,
      Source source,
      StepUp stepUp,
      RateLimit limit,
      Lapses lapses,
      Clock clock) {
    this.lapses = lapses;
    this.limit = limit;
    this.requests = requests;
    this.source = source;
    this.stepUp = stepUp;
    this.clock = clock;
  }

  /**
   * A request in a list.
   *
   * @param number by which {@code ./vigie export --granted} names it
   * @param path of its own address
   * @param found where the adverts are seen
   * @param state name of the phrase of where it stands
   */
  public record Row(
      String number,
      String path,
      String found,
      String at,
      String askedBy,
      List<Piece> query,
      String format,
      List<Piece> recipient,
      List<Piece> why,
      String state,
      String decidedBy) {
    static Row of(ExportRequest request, Instant now) {
      return new Row(
          String.valueOf(request.id()),
          "/exports/" + request.id(),
          Paths.search(request.query()),
          Words.minute(request.askedAt()),
          request.askedBy(),
          new EvidenceText(request.query()).pieces(),
          request.format(),
          new EvidenceText(request.recipient()).pieces(),
          new EvidenceText(request.why()).pieces(),
          state(request, now),
          request.isLapsed() ? "" : request.decidedBy());
    }

    private static String state(ExportRequest request, Instant now) {
      if (request.isLapsed()) {
        return "lapsed";
      }
      if (request.isPending()) {
        return "pending";
      }
      if (!request.granted()) {
        return "declined";
      }
      return request.isOpen(now) ? "granted" : "over";
    }
  }

  public List<Route> routes() {
    Access readers = Access.ofReaders();
    return List.of(
        Route.get("/exports", readers, Act.CONSULTATION, visit -> list(200, visit, "")),
        Route.post("/exports", readers, Act.ALTERATION, this::ask),
        Route.post("/exports/{id}", Access.of(Role.REVIEWER), Act.DISCLOSURE, this::decide)
            .disclosing(visit -> disclosure(find(visit))),
        Route.post("/exports/{id}/file", readers, Act.DISCLOSURE, this::take)
            .disclosing(visit -> disclosure(findOwn(visit))));
  }

  private static Disclosure disclosure(Optional<ExportRequest> request) {
    return request
        .map(known -> new Disclosure(known.recipient(), known.why()))
        .orElse(Disclosure.NONE);
  }

  /** Returns what the export that a request names discloses, if who asks also asked for it. */
  public Disclosure disclosure(Visit visit) {
    return disclosure(findOwn(visit));
  }

  private Answer list(int status, Visit visit, String problem) {
    Instant now = clock.instant();
    lapses.pass();
    String account = visit.account().name();
    boolean decides = visit.account().roles().contains(Role.REVIEWER);
    return new Answer.Page(
        status,
        "exports",
        Map.of(
            "query",
            visit.query("q"),
            "problem",
            problem,
            "proof",
            stepUp.proof(visit, "/exports"),
            "mine",
            requests.of(account, MOST_LISTED).stream().map(one -> Row.of(one, now)).toList(),
            "pending",
            decides
                ? requests.pendingFor(account).stream().map(one -> Row.of(one, now)).toList()
                : List.of()));
  }

  private Answer ask(Visit visit) throws IOException {
    String query = visit.form("query").strip();
    String recipient = visit.form("recipient").strip();
    String why = visit.form("why").strip();
    Optional<ExportFormat> format = format(visit.form("format"));
    if (format.isEmpty()) {
      return list(422, visit, "export.incomplete");
    }
    if (recipient.isEmpty()
        || recipient.length() > LONGEST_RECIPIENT
        || why.length() < Grounds.SHORTEST) {
      return list(422, visit, "error.grounds");
    }
    try (AdvertIndex index = source.open()) {
      index.search(source.request(query));
    } catch (NoIndexException e) {
      return list(422, visit, "search.empty");
    } catch (QuerySyntaxException e) {
      return list(422, visit, "export.syntax");
    }
    requests.ask(visit.account().name(), query, format.get().label(), recipient, why);
    return new Answer.SeeOther("/exports");
  }

  private Answer decide(Visit visit) {
    lapses.pass();
    Optional<ExportRequest> request = find(visit);
    boolean granted = visit.form("decision").equals("grant");
    if (request.isEmpty() || (!granted && !visit.form("decision").equals("decline"))) {
      return NotFound.answer();
    }
    String account = visit.account().name();
    if (request.get().isLapsed()) {
      return list(409, visit, "error.lapsed");
    }
    if (!request.get().isPending() || request.get().askedBy().equals(account)) {
      return notSecond();
    }
    Optional<String> hindrance = granted ? stepUp.hindrance(visit) : Optional.empty();
    if (hindrance.isPresent()) {
      return list(403, visit, hindrance.get());
    }
    return requests.decide(account, request.get().id(), granted)
        ? new Answer.SeeOther("/exports")
        : notSecond();
  }

  private static Answer notSecond() {
    return new Answer.Page(409, "error", Map.of("phrase", "error.second", "detail", ""));
  }

  private Answer take(Visit visit) throws IOException {
    Optional<ExportRequest> request = findOwn(visit);
    if (request.isEmpty() || format(request.get().format()).isEmpty()) {
      return NotFound.answer(); // what is granted here and taken elsewhere has another format
    }
    if (!request.get().isOpen(clock.instant())) {
      return list(409, visit, "export.closed");
    }
    if (isTooMany(request.get())) {
      return list(422, visit, "export.too-many");
    }
    Optional<String> hindrance = stepUp.hindrance(visit);
    if (hindrance.isEmpty() && !mayTake(visit.account().name())) {
      return list(429, visit, "error.too-many");
    }
    return hindrance.isPresent()
        ? list(403, visit, hindrance.get())
        : file(request.get(), format(request.get().format()).orElseThrow());
  }

  /**
   * Counts the making of a file and returns whether it may be made: each reads up to 20,000
   * adverts.
   */
  public boolean mayTake(String account) {
    return limit.admits(account);
  }

  private boolean isTooMany(ExportRequest request) throws IOException {
    try (AdvertIndex index = source.open()) {
      return index.search(source.request(request.query())).total() > MOST_ADVERTS;
    }
  }

  /** Writes to a file first, so that a search cut short is refused and not sent in part. */
  Answer file(ExportRequest request, ExportFormat format) throws IOException {
    OwnerOnly.folder(source.folder());
    Path file = Files.createTempFile(source.folder(), "export-", "." + format.label());
    List<String> ids = new ArrayList<>();
    try (AdvertIndex index = source.open();
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      new Export(index, format).write(source.request(request.query()), out, ids::add);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    return new Answer.File(
        format.mediaType(),
        "vigie-export-" + request.id() + "." + format.label(),
        file,
        ShownIds.of(ids));
  }

  /** Sends all adverts of an export as JSON Lines while they are read, in order of their ids. */
  public Answer stream(ExportRequest request) throws IOException {
    AdvertIndex index = source.open();
    List<String> ids = new ArrayList<>();
    try {
      // Twice over the same commit: what is sent is what the log named before.
      index.forEachAdvert(request.query(), hit -> ids.add(hit.advert().advert().id()));
    } catch (IOException | RuntimeException e) {
      index.close();
      throw e;
    }
    return new Answer.Stream(
        ExportFormat.JSONL.mediaType(),
        ShownIds.of(ids),
        out -> {
          try (index;
              ExportSink sink = ExportFormat.JSONL.into(out)) {
            index.forEachAdvert(request.query(), hit -> add(sink, hit));
          }
        });
  }

  private static void add(ExportSink sink, SearchResult.Hit hit) {
    try {
      sink.add(hit);
    } catch (IOException e) {
      throw new UncheckedIOException("an export must be read to its end, but wasn't", e);
    }
  }

  /** Removes the files that a kill left behind. */
  public static void clear(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> left = Files.list(folder)) {
      for (Path file : left.toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " must be writable, but isn't", e);
    }
  }

  public Optional<ExportRequest> findOwn(Visit visit) {
    return find(visit).filter(known -> known.askedBy().equals(visit.account().name()));
  }

  private Optional<ExportRequest> find(Visit visit) {
    try {
      return requests.find(Long.parseLong(visit.path("id")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<ExportFormat> format(String label) {
    return Stream.of(ExportFormat.values())
        .filter(format -> format.label().equals(label))
        .findFirst();
  }
}
