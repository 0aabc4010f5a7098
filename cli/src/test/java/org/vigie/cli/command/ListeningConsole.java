package org.vigie.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.casework.environment.Here;

/** A command that takes what partners send, in a thread of its own until it is closed. */
public final class ListeningConsole implements AutoCloseable {
  private static final Pattern TAKEN = Pattern.compile("taken at 127\\.0\\.0\\.1:(\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Here here;
  private final Thread thread;

  private ListeningConsole(Here here, String... words) {
    this.here = here;
    this.thread = new Thread(() -> here.vigie(words));
    thread.start();
  }

  /** Starts a command that listens on 127.0.0.1. */
  public static ListeningConsole of(Here here, String... words) {
    return new ListeningConsole(here, words);
  }

  /** Waits until it listens, and returns the port. */
  public String port() throws InterruptedException {
    for (Instant end = Instant.now().plus(PATIENCE); Instant.now().isBefore(end); ) {
      Matcher taken = TAKEN.matcher(out());
      if (taken.find()) {
        return taken.group(1);
      }
      Thread.sleep(50);
    }
    throw new AssertionError("it must listen, but said: " + out() + err());
  }

  public String out() {
    return here.out();
  }

  public String err() {
    return here.err();
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join(PATIENCE.toMillis());
  }
}
