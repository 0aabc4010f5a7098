package org.vigie.web.pages.api;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.vigie.casework.people.RateLimit;
import org.vigie.casework.people.Role;
import org.vigie.casework.people.Scope;
import org.vigie.casework.submission.ColumnChoice;
import org.vigie.casework.submission.SubmissionReading;
import org.vigie.casework.submission.Submissions;
import org.vigie.casework.submission.SubmittedFile;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Visit;
import org.vigie.web.pages.intake.IntakeTraces;

/** Where programs hand in adverts. */
public final class ApiIntake {
  /** Files that may come in at the same time: each takes a connection and room on the disk. */
  private static final int MOST_AT_ONCE = 4;

  /** What has no name is what the schema is made for: one broken line makes it no other kind. */
  private static final String UNNAMED = "adverts.jsonl";

  private final Submissions submissions;
  private final RateLimit limit;
  private final IntakeTraces traces;
  private final Semaphore coming = new Semaphore(MOST_AT_ONCE);

  /**
   * @param limit how many files one account may hand in
   * @param traces where it is logged what was accepted
   */
  public ApiIntake(Submissions submissions, RateLimit limit, IntakeTraces traces) {
    this.submissions = submissions;
    this.limit = limit;
    this.traces = traces;
  }

  /**
   * What became of a file that was handed in.
   *
   * @param input the input that it is now
   * @param kind what it was taken for
   * @param before whether the same had been handed in before
   * @param adverts how many it holds
   * @param unread how many parts of it can't be read: the run makes dead letters of them
   * @param ids of its adverts, the first ten thousand
   * @param letters the first hundred of those parts, with reasons
   * @param pictures what came of its pictures
   */
  public record HandedIn(
      String input,
      String kind,
      boolean before,
      long adverts,
      long unread,
      List<String> ids,
      List<SubmissionReading.UnreadPart> letters,
      SubmissionReading.Pictures pictures) {}

  public List<ApiRoute> routes() {
    Set<Role> roles = EnumSet.of(Role.CRAWL_MANAGER);
    roles.addAll(Access.READERS);
    return List.of(
        ApiRoute.post(
            "/adverts",
            Scope.INTAKE,
            roles,
            Act.COLLECTION,
            "Hand in adverts, which the run takes in",
            List.of(
                new ApiRoute.Parameter(
                    "name",
                    "What the file is called, such as list.xlsx; without a name it is JSON Lines",
                    false),
                new ApiRoute.Parameter("encoding", "Charset of texts; else guessed", false),
                new ApiRoute.Parameter(
                    "separator", "What parts the values of tables; else guessed", false),
                new ApiRoute.Parameter(
                    "map", "KEY=COLUMN,… such as text=description; else guessed", false)),
            HandedIn.class,
            this::take));
  }

  private Answer take(Visit visit) throws IOException {
    if (!limit.admits(visit.account().name())) {
      return Answer.Json.problem(429, "too many files; wait a minute");
    }
    if (visit.bodyType().toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      return Answer.Json.problem(400, "the body must be the file itself, but is a form");
    }
    if (visit.bodyLength() > Submissions.MOST_BYTES) {
      return tooLarge(visit.bodyLength());
    }
    if (!coming.tryAcquire()) {
      return Answer.Json.problem(429, "too many files come in at once; wait a minute");
    }
    try {
      Map<String, String> mapping = ColumnChoice.parse(visit.query("map"));
      String name = visit.query("name").isBlank() ? UNNAMED : visit.query("name");
      return taken(visit, submissions.receive(name, visit.body()), mapping);
    } catch (Submissions.TooLargeException e) {
      return Answer.Json.problem(413, String.valueOf(e.getMessage()));
    } catch (Submissions.TooSlowException e) {
      return Answer.Json.problem(408, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return Answer.Json.problem(400, String.valueOf(e.getMessage()));
    } finally {
      coming.release();
    }
  }

  private static Answer tooLarge(long bytes) {
    return Answer.Json.problem(
        413,
        "a file must have at most %d bytes, but has %d".formatted(Submissions.MOST_BYTES, bytes));
  }

  private Answer taken(Visit visit, SubmittedFile file, Map<String, String> mapping)
      throws IOException {
    try {
      Optional<SubmissionReading> found =
          submissions.read(
              visit.account().name(),
              file,
              visit.query("encoding"),
              visit.query("separator"),
              mapping);
      if (found.isEmpty()) {
        return Answer.Json.problem(429, "too many files are looked into; wait a minute");
      }
      SubmissionReading reading = found.get();
      if (!reading.canBeAccepted()) {
        return Answer.Json.problem(400, reading.why());
      }
      Submissions.Accepted accepted = submissions.accept(file, reading, mapping);
      traces.accepted(visit, accepted, reading);
      return new Answer.Json(
          202,
          new HandedIn(
              accepted.input().id(),
              reading.kind(),
              accepted.wasThere(),
              reading.content().adverts(),
              reading.content().unread(),
              reading.content().ids(),
              reading.content().letters(),
              reading.content().pictures()));
    } finally {
      submissions.discard(file);
    }
  }
}
