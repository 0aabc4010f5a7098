package org.vigie.web.pages.intake;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.casework.people.RateLimit;
import org.vigie.casework.submission.ColumnChoice;
import org.vigie.casework.submission.SubmissionPreview;
import org.vigie.casework.submission.SubmissionReading;
import org.vigie.casework.submission.Submissions;
import org.vigie.casework.submission.SubmittedFile;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.pages.part.NotFound;

/**
 * Where a person hands in a file, sees what it was taken for, and has it taken in, or read again
 * otherwise, or dropped. Each meets their own files alone.
 */
public final class IntakePages {
  public static final String PATH = "/intake";

  private final Submissions submissions;
  private final WaitingFiles waiting;
  private final SubmissionPreview preview;
  private final RateLimit limit;
  private final IntakeTraces traces;
  private final Clock clock;

  /**
   * @param limit how many files one account may hand in or have read again
   */
  public IntakePages(
      Submissions submissions,
      SubmissionPreview preview,
      RateLimit limit,
      IntakeTraces traces,
      Clock clock) {
    this.submissions = submissions;
    this.preview = preview;
    this.limit = limit;
    this.traces = traces;
    this.clock = clock;
    waiting = new WaitingFiles(submissions, clock);
  }

  /**
   * A file that was taken in.
   *
   * @param input as which input
   * @param before whether the same had been taken in before
   */
  public record Taken(String input, long adverts, long unread, boolean before) {}

  public List<Route> routes() {
    Access readers = Access.ofReaders();
    return List.of(
        Route.get(PATH, readers, Act.CONSULTATION, visit -> form(200, "", List.of())),
        Route.post(PATH, readers, Act.COLLECTION, this::bring),
        Route.get(PATH + "/{id}", readers, Act.CONSULTATION, this::show),
        Route.post(PATH + "/{id}", readers, Act.COLLECTION, this::decide));
  }

  /** Removes the files on which nobody decided in time. */
  public void forget() throws IOException {
    waiting.forget();
  }

  private static Answer form(int status, String problem, List<Taken> taken) {
    return new Answer.Page(
        status,
        "intake",
        Map.of("problem", problem, "taken", taken, "megabytes", Submissions.MOST_BYTES >> 20));
  }

  private Answer bring(Visit visit) throws IOException {
    if (!limit.admits(visit.account().name())) {
      return form(429, "error.too-many", List.of());
    }
    Optional<Visit.Incoming> incoming = visit.incoming("file");
    if (incoming.isEmpty() || incoming.get().name().isEmpty()) {
      return form(422, "intake.none", List.of());
    }
    SubmittedFile file;
    try (var content = incoming.get().content()) {
      file = submissions.receive(incoming.get().name(), content);
    } catch (Submissions.TooLargeException e) {
      return form(413, "intake.too-large", List.of());
    }
    boolean held = false;
    try {
      Optional<Answer> problem = read(visit, file, () -> ColumnChoice.parse(visit.form("map")));
      held = problem.isEmpty();
      return problem.orElseGet(() -> new Answer.SeeOther(PATH + "/" + file.id()));
    } finally {
      if (!held) {
        submissions.discard(file);
      }
    }
  }

  /** What somebody said of columns; fails if it is badly typed. */
  @FunctionalInterface
  private interface Said {
    Map<String, String> mapping();
  }

  /** Looks into a file and holds it, unless it can't be looked into as was said. */
  private Optional<Answer> read(Visit visit, SubmittedFile file, Said said) throws IOException {
    String encoding = visit.form("encoding").strip();
    String separator = visit.form("separator");
    try {
      Map<String, String> mapping = said.mapping();
      Optional<SubmissionReading> reading =
          submissions.read(visit.account().name(), file, encoding, separator, mapping);
      if (reading.isEmpty()) {
        return Optional.of(form(429, "intake.busy", List.of()));
      }
      waiting.hold(
          new WaitingFiles.Waiting(
              visit.account().name(),
              file,
              encoding,
              separator,
              mapping,
              reading.get(),
              preview.of(reading.get()),
              clock.instant()));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(form(422, "intake.said", List.of()));
    }
  }

  private Answer show(Visit visit) throws IOException {
    Optional<WaitingFiles.Waiting> found = waiting.find(visit.account().name(), visit.path("id"));
    return found.isEmpty()
        ? gone()
        : Answer.page(
            "intake-file", Map.of("file", IntakeView.of(found.get()), "keys", ColumnChoice.KEYS));
  }

  private Answer decide(Visit visit) throws IOException {
    Optional<WaitingFiles.Waiting> found = waiting.find(visit.account().name(), visit.path("id"));
    if (found.isEmpty()) {
      return gone();
    }
    WaitingFiles.Waiting file = found.get();
    return switch (visit.form("decision")) {
      case "take" -> take(visit, file);
      case "again" -> again(visit, file);
      case "drop" -> {
        waiting.drop(file);
        yield new Answer.SeeOther(PATH);
      }
      default -> NotFound.answer();
    };
  }

  /** Whoever pressed twice reads the second answer, and mustn't take it for the first. */
  private static Answer gone() {
    return Answer.Page.error(404, "intake.gone");
  }

  private Answer again(Visit visit, WaitingFiles.Waiting file) throws IOException {
    if (!limit.admits(visit.account().name())) {
      return form(429, "error.too-many", List.of());
    }
    try {
      return read(visit, file.file(), () -> IntakeView.chosen(visit, file))
          .orElseGet(() -> new Answer.SeeOther(PATH + "/" + file.file().id()));
    } catch (IOException | RuntimeException e) {
      waiting.drop(file);
      throw e;
    }
  }

  private Answer take(Visit visit, WaitingFiles.Waiting file) throws IOException {
    if (!file.reading().canBeAccepted()) {
      return NotFound.answer();
    }
    if (!waiting.take(file)) {
      return gone();
    }
    Submissions.Accepted accepted;
    try {
      accepted = submissions.accept(file.file(), file.reading(), file.mapping());
    } catch (IOException | RuntimeException e) {
      submissions.discard(file.file());
      throw e;
    }
    traces.accepted(visit, accepted, file.reading());
    return form(
        200,
        "",
        List.of(
            new Taken(
                accepted.input().id(),
                file.reading().content().adverts(),
                file.reading().content().unread(),
                accepted.wasThere())));
  }
}
