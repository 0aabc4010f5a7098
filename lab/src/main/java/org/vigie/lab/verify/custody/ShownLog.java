package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.vigie.advert.AlertLine;
import org.vigie.casework.mandate.AuditPage;
import org.vigie.casework.mandate.AuditSearch;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.mandate.LoggedSightings;
import org.vigie.casework.mandate.WhoSaw;
import org.vigie.text.finding.FindingWords;

/** The lines of the audit log as its page lists them, and who was shown an advert. */
record ShownLog(Path folder, AuditTrail trail, String advert) implements StoredView {
  private static final int MOST = 1_000;

  @Override
  public String kind() {
    return "audit";
  }

  @Override
  public String named(Path damaged) {
    return damaged.getFileName() + ": ";
  }

  @Override
  public String all() throws IOException {
    AuditPage page = trail.find(AuditSearch.ALL, Long.MAX_VALUE, MOST);
    LoggedSightings saw = new WhoSaw(trail).saw(advert);
    if (page.damaged() > 0 || !saw.isWhole()) {
      throw new IOException(told());
    }
    return page.entries().toString() + saw.entries();
  }

  /** Returns what the page says then, as {@code audit verify} does, and of which file. */
  private String told() throws IOException {
    return trail.verify().found().stream()
        .map(problem -> file(problem) + ": " + FindingWords.english().say(problem))
        .collect(Collectors.joining("\n"));
  }

  /** What is wrong with a head is of their file, all else of the log's. */
  private String file(AlertLine problem) {
    boolean isOfHead = problem.arguments().containsKey("head");
    return String.valueOf((isOfHead ? trail.heads() : trail.log()).getFileName());
  }
}
