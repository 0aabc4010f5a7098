package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.nio.file.Path;
import org.vigie.casework.mandate.AuditPage;
import org.vigie.casework.mandate.AuditSearch;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.mandate.LoggedSightings;
import org.vigie.casework.mandate.WhoSaw;

/** The lines of the audit log as its page lists them, and who was shown an advert. */
record ShownLog(Path folder, AuditTrail trail, String advert) implements StoredView {
  private static final int MOST = 1_000;

  @Override
  public String kind() {
    return "audit";
  }

  @Override
  public String named() {
    return "damaged";
  }

  @Override
  public String all() throws IOException {
    AuditPage page = trail.find(AuditSearch.ALL, Long.MAX_VALUE, MOST);
    LoggedSightings saw = new WhoSaw(trail).saw(advert);
    if (page.damaged() > 0 || !saw.isWhole()) {
      throw new IOException("the page and the command say which lines are damaged");
    }
    return page.entries().toString() + saw.entries();
  }
}
