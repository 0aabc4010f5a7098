package org.vigie.cli.render;

import java.util.ArrayList;
import java.util.List;
import org.vigie.casework.mandate.AuditReport;
import org.vigie.text.safe.Words;

/** What came of verifying an audit log, as lines. */
public final class AuditReportView {
  private static final String RED = "\033[31m";
  private static final String PLAIN = "\033[0m";

  private final boolean colours;

  public AuditReportView(boolean colours) {
    this.colours = colours;
  }

  /**
   * Returns the problems, what nobody can know, the witnesses and the verdict, which comes last.
   */
  public List<String> lines(AuditReport report) {
    List<String> lines = new ArrayList<>();
    report.problems().forEach(problem -> lines.add(red(problem)));
    report.notes().forEach(note -> lines.add(red(note)));
    if (report.torn() > 0) {
      lines.add(
          "the last %s are no whole line, as a kill or a full disk leaves them: the next line mends that and says so"
              .formatted(Words.count(report.torn(), "byte", "bytes")));
    }
    for (AuditReport.Witnessed one : report.witnesses()) {
      lines.add(
          "witness %s: %s%s"
              .formatted(
                  one.place(),
                  Words.count(one.heads(), "head", "heads"),
                  one.lastAt().isEmpty() ? "" : ", the last at " + one.lastAt()));
    }
    if (!report.isWitnessed()) {
      lines.add(
          red(
              (report.witnesses().isEmpty()
                      ? "no witness is named"
                      : "no witness that keeps heads elsewhere is named (tokens of time stamps lie"
                          + " beside the log)")
                  + ": nobody can know whether log, heads and key were cut, rolled back, emptied,"
                  + " deleted or written anew together; set audit.witness in vigie.yaml"));
    }
    lines.add(
        "%s, %s, %s: %s"
            .formatted(
                Words.count(report.lines(), "line", "lines"),
                Words.count(report.heads(), "signed head", "signed heads"),
                Words.count(report.unsigned(), "line not signed yet", "lines not signed yet"),
                verdict(report)));
    return lines;
  }

  private String verdict(AuditReport report) {
    if (!report.holds()) {
      return red("the log is NOT whole");
    }
    return report.isWitnessed() ? "the log is whole" : "the log agrees with itself";
  }

  private String red(String text) {
    return colours ? RED + text + PLAIN : text;
  }
}
