package org.vigie.files.fault;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A place between two steps of durability at which a test may end the process as a kill would: at
 * once, with nothing closed.
 *
 * <p>{@code -Dvigie.failpoint=page-written:3} ends it the third time that place is reached.
 */
public enum Failpoint {
  /** The frontier knows of an archive file that isn't there yet. */
  ARCHIVE_REGISTERED,
  /** A page stands in the archive, perhaps not yet on the disk. */
  ARCHIVE_WRITTEN,
  /** Pages are on the disk in the archive, and the frontier knows nothing of them. */
  ARCHIVE_SYNCED,
  /** Adverts were handed on, and the frontier knows nothing of their pages. */
  ADVERTS_WRITTEN,
  /** The frontier has a page's transaction, perhaps not yet on the disk. */
  PAGE_WRITTEN,
  /** A page is durable, and nobody was told. */
  PAGE_COMMITTED,
  /** In a shared crawl, a page's events are sent and their transaction is open. */
  EVENTS_WRITTEN,
  /** In a shared crawl, a page's events are committed, and this process doesn't know it yet. */
  EVENTS_COMMITTED,
  /** The last archive file is closed, and the frontier holds it for open. */
  ARCHIVE_CLOSED;

  /** The exit code of a process that was ended by SIGKILL. */
  public static final int KILLED = 137;

  /** The system property that names a place and how often it must be reached. */
  public static final String SETTING = "vigie.failpoint";

  private static final String ARMED = System.getProperty(SETTING, "");
  private static final AtomicInteger LEFT = new AtomicInteger(times());

  /** Returns the name used in the setting. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Ends the process if it was asked to end here, now. */
  public void reach() {
    reach(label());
  }

  /** Ends the process if it was asked to end at a place of this name, now. */
  public static void reach(String place) {
    if (!ARMED.isEmpty() && ARMED.startsWith(place + ':') && LEFT.decrementAndGet() == 0) {
      Runtime.getRuntime().halt(KILLED);
    }
  }

  private static int times() {
    int colon = ARMED.indexOf(':');
    return colon < 0 ? 1 : Integer.parseInt(ARMED.substring(colon + 1));
  }
}
