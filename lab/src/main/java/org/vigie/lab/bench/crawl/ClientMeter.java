package org.vigie.lab.bench.crawl;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs clients on a site, one at a time, each in an empty folder, and tells what they used. */
final class ClientMeter {
  private static final long SAMPLE_MILLIS = 50;

  private final SiteProcess site;
  private final Path scratch;
  private final Duration limit;

  /**
   * @param scratch folder for what the clients keep; emptied before each
   * @param limit time after which a client is stopped; what it did by then is told
   */
  ClientMeter(SiteProcess site, Path scratch, Duration limit) {
    this.site = site;
    this.scratch = scratch;
    this.limit = limit;
  }

  /**
   * Runs a client to its end.
   *
   * @throws IOException if it fetches nothing, or asks for no robots.txt
   */
  ClientRun run(CrawlClient client, int pages) throws IOException, InterruptedException {
    empty(scratch);
    Files.createDirectories(scratch);
    site.reset();
    long cpuBefore = ProcessUse.endedChildrenCpuMillis();
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(client.command().on(site.seed(), pages, scratch))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(scratch.resolve("client.log").toFile())
            .start();
    List<Sample> samples = new ArrayList<>();
    long peakKib = watch(process, samples, begun);
    process.waitFor();
    long wall = System.nanoTime() - begun;
    long cpu = ProcessUse.endedChildrenCpuMillis() - cpuBefore;
    Served served = site.served();
    if (served.pages() == 0 || served.robots() == 0) {
      throw new IOException(
          client.name()
              + " must fetch pages and robots.txt, but the server sent "
              + served
              + "; see "
              + scratch.resolve("client.log"));
    }
    return new ClientRun(
        client.name(), served, Duration.ofMillis(cpu), Duration.ofNanos(wall), peakKib, samples);
  }

  private long watch(Process process, List<Sample> samples, long begun)
      throws IOException, InterruptedException {
    long peakKib = 0;
    while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
      Optional<ProcessUse> use = ProcessUse.of(process.pid());
      if (use.isPresent()) {
        samples.add(new Sample(site.served().pages(), use.get().cpuMillis()));
        peakKib = use.get().peakKib();
      }
      if (System.nanoTime() - begun > limit.toNanos()) {
        process.destroy();
      }
    }
    return peakKib;
  }

  private static void empty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
