package org.vigie.crawler;

import java.io.IOException;
import org.vigie.capture.warc.WarcLedger;
import org.vigie.crawler.frontier.ArchivePosition;
import org.vigie.crawler.frontier.CrawlFrontier;
import org.vigie.files.fault.Failpoint;

/** Keeps in the frontier which archive files are begun and which are whole. */
record FrontierLedger(CrawlFrontier frontier) implements WarcLedger {
  @Override
  public void began(String file) throws IOException {
    frontier.archive(new ArchivePosition(file, 0), false);
    Failpoint.ARCHIVE_REGISTERED.reach();
  }

  @Override
  public void completed(String file) throws IOException {
    Failpoint.ARCHIVE_CLOSED.reach();
    frontier.archive(new ArchivePosition(file, 0), true);
  }
}
