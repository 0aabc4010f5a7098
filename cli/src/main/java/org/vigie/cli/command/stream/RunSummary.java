package org.vigie.cli.command.stream;

import java.io.PrintStream;
import org.vigie.casework.environment.Environment;
import org.vigie.pipeline.RecordCounts;
import org.vigie.pipeline.RunReport;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.Words;

/** What a person reads after a run: what came in, what there is now, what to type next. */
final class RunSummary {
  private final Environment environment;
  private final Workspace workspace;
  private final int days;

  /**
   * @param days how long a text is remembered
   */
  RunSummary(Environment environment, Workspace workspace, int days) {
    this.environment = environment;
    this.workspace = workspace;
    this.days = days;
  }

  void print(RunReport report) {
    PrintStream out = environment.out();
    RecordCounts records = report.progress().records();
    if (report.inputs() == 0) {
      out.println("Nothing new: every input was read before.");
    } else {
      out.printf(
          "Read %s in %s: %s, %s.%n",
          Words.count(report.inputs(), "input", "inputs"),
          Words.seconds(report.took()),
          Words.count(records.adverts(), "advert", "adverts"),
          Words.count(records.repeats(), "repeat", "repeats") + " among them");
    }
    if (records.pagesWithoutAdvert() > 0) {
      out.printf(
          "%s without an advert, such as listings and redirects.%n",
          Words.count(records.pagesWithoutAdvert(), "page", "pages"));
    }
    if (records.minorRisk() > 0) {
      out.printf(
          "%s may concern a minor and can't be searched; hand on %s%n",
          Words.count(records.minorRisk(), "advert", "adverts"),
          environment.shown(workspace.escalations()));
    }
    tellLate(report.late());
    if (records.deadLetters() > 0) {
      out.printf(
          "%s could not be read; reasons and places are in %s%n",
          Words.count(records.deadLetters(), "record", "records"),
          environment.shown(workspace.deadLetters()));
      DeadLetterKinds.of(workspace.deadLetters())
          .forEach((kind, number) -> out.printf("  %-28s %s%n", kind, Words.number(number)));
    }
    out.printf(
        "The workspace %s holds %s, %s, %s.%n",
        environment.shown(workspace.root()),
        Words.count(report.index().adverts(), "advert", "adverts"),
        Words.count(report.index().clusters(), "cluster", "clusters"),
        Words.count(report.index().alerts(), "alert", "alerts"));
    out.println("Next: ./vigie alerts, or ./vigie search 'risk>0.7'");
  }

  /** Nobody would look for a campaign that isn't counted. */
  private void tellLate(long late) {
    if (late > 0) {
      environment
          .out()
          .printf(
              "%s older than run.remember (%dd before the latest day that was read): to be searched,"
                  + " but in no cluster, contact or alert. An archive is counted if it is read by"
                  + " ./vigie run --archive, in a workspace that hasn't read it.%n",
              Words.count(late, "unknown advert is", "unknown adverts are"), days);
    }
  }
}
