package org.vigie.lab.bench.crawl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a Linux process has used so far, as {@code /proc} tells it (proc_pid_stat(5)).
 *
 * @param cpuMillis user and system time of all its threads, in milliseconds
 * @param peakKib most memory it ever had resident, in KiB
 */
public record ProcessUse(long cpuMillis, long peakKib) {
  /** The kernel counts in hundredths of a second, whatever its own tick is. */
  private static final long MILLIS_PER_TICK = 10;

  /** Returns what a process has used, or nothing once it has ended. */
  public static Optional<ProcessUse> of(long pid) throws IOException {
    Path folder = Path.of("/proc", Long.toString(pid));
    try {
      String status = Files.readString(folder.resolve("status"));
      int peak = status.indexOf("VmHWM:");
      if (peak < 0) {
        return Optional.empty();
      }
      String kib = status.substring(peak + 6, status.indexOf("kB", peak)).strip();
      String[] stat = fields(folder);
      return Optional.of(new ProcessUse(millis(stat, 11, 12), Long.parseLong(kib)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      // The kernel's "No such process", for one that ended between opening and reading.
      if (Files.exists(folder)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Returns the user and system time of all children of this process that have ended. */
  public static long endedChildrenCpuMillis() throws IOException {
    return millis(fields(Path.of("/proc/self")), 13, 14);
  }

  /** The fields after the command's name, which is in brackets and may hold spaces. */
  private static String[] fields(Path folder) throws IOException {
    String stat = Files.readString(folder.resolve("stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
  }

  private static long millis(String[] fields, int user, int system) {
    return (Long.parseLong(fields[user]) + Long.parseLong(fields[system])) * MILLIS_PER_TICK;
  }
}
