package org.vigie.crawler;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A named place at which a test may end the process as a kill would: at once, with nothing closed.
 *
 * <p>{@code -Dvigie.failpoint=NAME:N} ends it the Nth time that NAME is reached.
 */
public final class Failpoint {
  /** The exit code of a process that was ended by SIGKILL. */
  private static final int KILLED = 137;

  private static final String SETTING = System.getProperty("vigie.failpoint", "");
  private static final String NAME = SETTING.replaceFirst(":.*", "");
  private static final AtomicInteger LEFT = new AtomicInteger(times());

  private Failpoint() {}

  /** Ends the process if it was asked to end here, now. */
  public static void reach(String name) {
    if (!NAME.isEmpty() && NAME.equals(name) && LEFT.decrementAndGet() == 0) {
      Runtime.getRuntime().halt(KILLED);
    }
  }

  private static int times() {
    int colon = SETTING.indexOf(':');
    return colon < 0 ? 1 : Integer.parseInt(SETTING.substring(colon + 1));
  }
}
