package org.vigie.lab.bench.goals;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.vigie.lab.bench.crawl.ProcessUse;

/**
 * What a command cost from the start of its process to its end.
 *
 * @param cpuSeconds user and system time of all its threads
 * @param peakMegabytes most memory it had resident, in units of 1,000,000 bytes
 */
record ProcessCost(double cpuSeconds, double peakMegabytes) {
  private static final int SAMPLE_MILLIS = 20;

  /**
   * Runs a command to its end, with what it says in a file.
   *
   * @throws IOException if it doesn't end with 0; names the command and the file
   */
  static ProcessCost of(List<String> command, Path said) throws IOException, InterruptedException {
    long before = ProcessUse.endedChildrenCpuMillis();
    Process process =
        new ProcessBuilder(command)
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    long peakKib = 0;
    while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
      Optional<ProcessUse> use = ProcessUse.of(process.pid());
      peakKib = Math.max(peakKib, use.map(ProcessUse::peakKib).orElse(0L));
    }
    if (process.exitValue() != 0) {
      throw new IOException(
          "%s must end with 0, but ended with %d: %s"
              .formatted(command, process.exitValue(), Files.readString(said).strip()));
    }
    long cpu = ProcessUse.endedChildrenCpuMillis() - before;
    return new ProcessCost(cpu / 1e3, peakKib * 1024 / 1e6);
  }

  static double[] cpuSeconds(List<ProcessCost> costs) {
    return costs.stream().mapToDouble(ProcessCost::cpuSeconds).toArray();
  }

  static double medianCpu(List<ProcessCost> costs) {
    return Ratio.median(cpuSeconds(costs));
  }

  static double medianPeak(List<ProcessCost> costs) {
    return Ratio.median(costs.stream().mapToDouble(ProcessCost::peakMegabytes).toArray());
  }
}
