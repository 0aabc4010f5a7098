package org.vigie.files.plugin;

import java.io.Serializable;
import java.time.Duration;

/**
 * How much a plug-in may take.
 *
 * @param heap bytes of Java's heap, for jars
 * @param memory bytes of address space, for commands
 * @param answerMillis milliseconds for one answer
 * @param fileMillis milliseconds for a whole file
 * @param output bytes of one answer; of a file's adverts {@value #FILE_SHARE} times that
 */
public record PluginLimits(long heap, long memory, long answerMillis, long fileMillis, long output)
    implements Serializable {
  static final int FILE_SHARE = 64;

  public PluginLimits {
    if (heap < 1 || memory < 1 || answerMillis < 1 || fileMillis < 1 || output < 1) {
      throw new IllegalArgumentException("limits of plug-ins must be positive, but one isn't");
    }
  }

  /** Returns those that hold if nobody says others. */
  public static PluginLimits defaults() {
    return new PluginLimits(
        256L << 20,
        2L << 30,
        Duration.ofSeconds(10).toMillis(),
        Duration.ofMinutes(10).toMillis(),
        4L << 20);
  }

  /** Returns the same with another time for an answer. */
  public PluginLimits answeringIn(Duration time) {
    return new PluginLimits(heap, memory, time.toMillis(), fileMillis, output);
  }
}
