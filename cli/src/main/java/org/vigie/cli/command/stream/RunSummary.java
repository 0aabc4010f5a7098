package org.vigie.cli.command.stream;

import java.io.PrintStream;
import org.vigie.casework.environment.Environment;
import org.vigie.pipeline.RunProgress;
import org.vigie.pipeline.RunReport;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.Words;

/** What a person reads after a run: what came in, what there is now, what to type next. */
final class RunSummary {
  private final Environment environment;
  private final Workspace workspace;

  RunSummary(Environment environment, Workspace workspace) {
    this.environment = environment;
    this.workspace = workspace;
  }

  void print(RunReport report) {
    PrintStream out = environment.out();
    RunProgress progress = report.progress();
    if (report.inputs() == 0) {
      out.println("Nothing new: every input was read before.");
    } else {
      out.printf(
          "Read %s in %s: %s, %s.%n",
          Words.count(report.inputs(), "input", "inputs"),
          Words.seconds(report.took()),
          Words.count(progress.adverts(), "advert", "adverts"),
          Words.count(progress.repeats(), "repeat", "repeats") + " among them");
    }
    if (progress.pagesWithoutAdvert() > 0) {
      out.printf(
          "%s without an advert, such as listings and redirects.%n",
          Words.count(progress.pagesWithoutAdvert(), "page", "pages"));
    }
    if (progress.minorRisk() > 0) {
      out.printf(
          "%s may concern a minor and can't be searched; hand on %s%n",
          Words.count(progress.minorRisk(), "advert", "adverts"),
          environment.shown(workspace.escalations()));
    }
    if (progress.deadLetters() > 0) {
      out.printf(
          "%s could not be read; reasons and places are in %s%n",
          Words.count(progress.deadLetters(), "record", "records"),
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
}
