package org.vigie.files.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The lines that a plug-in's process is asked, read by a thread of its own: it sees when who asked
 * is gone, also while a plug-in answers without end.
 */
final class Questions {
  /** Longest time that an answer is still worked on when nobody waits for it. */
  private static final long GRACE_MILLIS = 5_000;

  private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

  Questions(InputStream in) {
    Thread.ofPlatform().daemon().name("questions").start(() -> read(in));
  }

  /** Returns the next; empty at the end. */
  Optional<String> next() throws InterruptedException {
    return lines.take();
  }

  private void read(InputStream in) {
    try {
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(Optional.of(line));
      }
    } catch (IOException e) {
      // as good as its end
    }
    lines.add(Optional.empty());
    try {
      Thread.sleep(GRACE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(4);
  }
}
