package org.vigie.lab.bench.parts;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.vigie.training.risk.LabelledTexts;

/**
 * The command {@code bench/assessment real}: prints what each part of the assessment costs on real
 * adverts, this build and another one by turns in one process.
 */
public final class PartBenchmark {
  /** Files of the folder {@code job-ads}: English ones under headings, other English, Polish. */
  private static final List<String> FILES =
      List.of("emscad_dev.jsonl.gz", "classifieds_ie_dev.jsonl.gz", "poland_1k.jsonl.gz");

  private static final int ADVERTS = 300;

  /** The compiler has seen each step often by then. */
  private static final int ROUNDS = 12;

  private PartBenchmark() {}

  /**
   * Measures and prints.
   *
   * @param args the folder of data outside the repository, then the class path of another build to
   *     be measured beside this one, or nothing; then names of the parts to measure, or none for
   *     all
   */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    Path adverts = Path.of(args[0]).resolve("job-ads");
    for (String name : FILES) {
      Path file = adverts.resolve(name);
      if (Files.exists(file)) {
        measure(
            file,
            args.length > 1 ? args[1] : "",
            List.of(args).subList(Math.min(2, args.length), args.length));
      } else {
        System.out.printf("skipped: %s is absent%n", file);
      }
    }
  }

  private static void measure(Path file, String other, List<String> parts)
      throws IOException, ReflectiveOperationException {
    List<String> bodies = bodies(file);
    double length = bodies.stream().mapToInt(String::length).average().orElse(0);
    List<Map<String, Runnable>> builds = new ArrayList<>();
    if (!other.isEmpty()) {
      builds.add(steps(other, bodies));
    }
    builds.add(PartSteps.load(Path.of("models"), bodies));
    System.out.printf(
        Locale.ROOT,
        "%n%s: %d adverts of %.0f characters; least CPU time of %d rounds by turns%n%n",
        file.getFileName(),
        bodies.size(),
        length,
        ROUNDS);
    System.out.println(
        other.isEmpty()
            ? "| part | µs | KB |\n|---|---:|---:|"
            : "| part | µs before | µs now | ratio | KB before | KB now |\n"
                + "|---|---:|---:|---:|---:|---:|");
    for (String part : builds.getLast().keySet()) {
      if (parts.isEmpty() || parts.contains(part)) {
        System.out.println(row(part, costs(part, builds, bodies.size())));
      }
    }
  }

  private static List<PartCost> costs(
      String part, List<Map<String, Runnable>> builds, int adverts) {
    List<PartCost> least = new ArrayList<>();
    builds.forEach(build -> least.add(PartCost.MOST));
    for (int round = 0; round < ROUNDS; round++) {
      for (int build = 0; build < builds.size(); build++) {
        PartCost cost = PartCost.of(adverts, Objects.requireNonNull(builds.get(build).get(part)));
        least.set(build, least.get(build).least(cost));
      }
    }
    return least;
  }

  private static String row(String part, List<PartCost> costs) {
    PartCost now = costs.getLast();
    if (costs.size() == 1) {
      return String.format(
          Locale.ROOT, "| %s | %.1f | %.1f |", part, now.micros(), now.kilobytes());
    }
    PartCost before = costs.getFirst();
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.2f | %.1f | %.1f |",
        part,
        before.micros(),
        now.micros(),
        now.micros() / before.micros(),
        before.kilobytes(),
        now.kilobytes());
  }

  /** Returns adverts from all over a file. */
  private static List<String> bodies(Path file) throws IOException {
    List<String> all = LabelledTexts.read(file).stream().map(LabelledTexts.Labelled::text).toList();
    int step = Math.max(1, all.size() / ADVERTS);
    return Stream.iterate(0, i -> i < all.size(), i -> i + step)
        .limit(ADVERTS)
        .map(all::get)
        .toList();
  }

  /** Returns the steps of another build, whose classes come first on its own class path. */
  @SuppressWarnings("unchecked") // what PartSteps says it returns
  private static Map<String, Runnable> steps(String classPath, List<String> bodies)
      throws IOException, ReflectiveOperationException {
    List<URL> urls = new ArrayList<>();
    for (String path :
        (classPath + File.pathSeparator + System.getProperty("java.class.path"))
            .split(File.pathSeparator)) {
      add(path, urls);
    }
    ClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    ClassLoader own = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(loader);
    try {
      return (Map<String, Runnable>)
          loader
              .loadClass(PartSteps.class.getName())
              .getMethod("load", Path.class, List.class)
              .invoke(null, Path.of("models"), bodies);
    } finally {
      Thread.currentThread().setContextClassLoader(own);
    }
  }

  /** Adds a folder or archive; a path that ends in a star stands for all archives of a folder. */
  private static void add(String path, List<URL> urls) throws IOException {
    if (!path.endsWith("*")) {
      urls.add(Path.of(path).toUri().toURL());
      return;
    }
    Path folder = Path.of(path.substring(0, path.length() - 1));
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path jar : jars) {
        urls.add(jar.toUri().toURL());
      }
    }
  }
}
