package org.vigie.lab.bench.goals;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * CPU of this process without that of Java's compilers, which take half of the first rounds and
 * come when they like. Linux tells it of each thread (proc(5), {@code /proc/PID/stat}) in
 * hundredths of a second.
 */
final class SteadyCpu {
  private static final Path THREADS = Path.of("/proc/self/task");
  private static final long TICK_NANOS = 10_000_000;

  /** Fields after the thread's name: time in its own code, and in the kernel's. */
  private static final int OWN = 11;

  private static final int KERNEL = 12;

  private final long all = process();
  private final Map<Path, Long> compilers = compilers();

  private SteadyCpu() throws IOException {}

  /** Begins to count. */
  static SteadyCpu start() throws IOException {
    return new SteadyCpu();
  }

  /** Returns the nanoseconds since. */
  long nanos() throws IOException {
    long nanos = process() - all;
    for (Map.Entry<Path, Long> compiler : compilers().entrySet()) {
      nanos -= (compiler.getValue() - compilers.getOrDefault(compiler.getKey(), 0L)) * TICK_NANOS;
    }
    return nanos;
  }

  /** That of the whole process, since Lucene merges in threads of its own. */
  private static long process() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Returns each thread of a compiler with its ticks. */
  private static Map<Path, Long> compilers() throws IOException {
    Map<Path, Long> compilers = new HashMap<>();
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
      for (Path thread : threads) {
        String stat = read(thread.resolve("stat"));
        int named = stat.lastIndexOf(')');
        if (named > 0 && stat.substring(0, named).contains("Compiler")) {
          String[] fields = stat.substring(named + 2).split(" ");
          compilers.put(thread, Long.parseLong(fields[OWN]) + Long.parseLong(fields[KERNEL]));
        }
      }
    }
    return compilers;
  }

  /** Returns what a file says; nothing of a thread that has ended. */
  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return ""; // no such file or, amid the reading, no such process
    }
  }
}
