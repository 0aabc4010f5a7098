package org.vigie.web.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.vigie.casework.people.RateLimit;
import org.vigie.casework.submission.SubmissionPreview;
import org.vigie.casework.submission.Submissions;
import org.vigie.web.Route;
import org.vigie.web.Uploads;
import org.vigie.web.pages.api.ApiIntake;
import org.vigie.web.pages.api.ApiRoute;
import org.vigie.web.pages.intake.IntakePages;
import org.vigie.web.pages.intake.IntakeTraces;
import org.vigie.web.pages.intake.Sweep;

/** The console's door for files that people and programs hand in. */
final class IntakeSection implements AutoCloseable {
  /** Between two looks at files that nobody decided on: finding none costs nothing. */
  private static final Duration SWEEP = Duration.ofSeconds(5);

  private final Submissions submissions;
  private final RateLimit handedIn;
  private final IntakeTraces traces;
  private final IntakePages pages;
  private final Sweep sweep;

  IntakeSection(OpenWorkspace open, ConsoleDependencies given) {
    this.submissions =
        new Submissions(
            open.workspace(),
            given.models().folder(),
            given.rules().mandate(),
            given.rules().pictures(),
            given.clock());
    this.handedIn = new RateLimit(Console.FILES_A_MINUTE, given.clock());
    this.traces = new IntakeTraces(given.log().traces());
    clear();
    SubmissionPreview preview =
        new SubmissionPreview(given.models().folder(), given.models().approved(), given.clock());
    this.pages = new IntakePages(submissions, preview, handedIn, traces, given.clock());
    this.sweep = Sweep.every(SWEEP, pages::forget);
  }

  /** What a kill left of files that were handed in is gone before others come. */
  private void clear() {
    try {
      submissions.clear();
    } catch (IOException e) {
      throw new UncheckedIOException("the inbox must be readable and writable, but isn't", e);
    }
  }

  List<ApiRoute> programs() {
    return new ApiIntake(submissions, handedIn, traces).routes();
  }

  List<Route> routes() {
    return pages.routes();
  }

  Uploads uploads() {
    return new Uploads(IntakePages.PATH, submissions.incoming(), Submissions.MOST_BYTES);
  }

  @Override
  public void close() {
    sweep.close();
  }
}
