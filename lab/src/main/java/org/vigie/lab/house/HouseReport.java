package org.vigie.lab.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How big the parts of the source and of the documentation are, as a table. */
public final class HouseReport {
  private static final int MOST_LINES = 300;
  private static final String INDICATOR_IDS = "IndicatorIds.java";
  private static final int MOST_PARTS = 8;
  private static final int MOST_FILES = 40;

  private final List<SourceFile> files;
  private final List<String> documents;

  private HouseReport(List<SourceFile> files, List<String> documents) {
    this.files = files;
    this.documents = documents;
  }

  /**
   * Reads source and documentation of a project.
   *
   * @param project the project's root, which has a folder {@code docs}
   * @throws IOException if a file can't be read
   */
  public static HouseReport of(Path project) throws IOException {
    List<String> documents = new ArrayList<>();
    try (Stream<Path> pages = Files.walk(project.resolve("docs"))) {
      for (Path page : pages.filter(file -> file.toString().endsWith(".md")).sorted().toList()) {
        documents.add(Files.readString(page));
      }
    }
    return new HouseReport(SourceFiles.of(project), documents);
  }

  /** Returns the lines of a page: the house as a whole, and its rooms. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(whole());
    lines.add("");
    lines.addAll(rooms());
    return lines;
  }

  private List<String> whole() {
    List<Integer> methods =
        files.stream().flatMap(file -> file.methods().stream()).sorted().toList();
    List<Integer> records = files.stream().flatMap(file -> file.records().stream()).toList();
    List<String> lines = new ArrayList<>(List.of("| what | counted | aim |", "|---|---:|---:|"));
    lines.add(row("files over %d lines".formatted(MOST_LINES), longest().size(), "0"));
    lines.add(row("lines of a method, median", quantile(methods, 0.5), "5"));
    lines.add(row("lines of a method, 90 of 100", quantile(methods, 0.9), "18"));
    lines.add(
        row(
            "records of more than %d parts".formatted(MOST_PARTS),
            records.stream().filter(parts -> parts > MOST_PARTS).count(),
            "0"));
    lines.add(
        row("parts of the widest record", records.stream().mapToInt(p -> p).max().orElse(0), ""));
    lines.add(row("packages over %d files".formatted(MOST_FILES), widePackages().size(), ""));
    lines.add(row("simple names that occur twice", names().size(), "under 10"));
    lines.add(
        row(
            "literals of indicators' ids, but in their one file",
            files.stream()
                .filter(file -> !file.path().endsWith(INDICATOR_IDS))
                .mapToInt(SourceFile::indicatorIds)
                .sum(),
            "0"));
    lines.add(
        row(
            "words of the documentation",
            documents.stream().flatMap(page -> Stream.of(page.strip().split("\\s+"))).count(),
            "25000"));
    lines.add(
        row(
            "longest line of the documentation, tables left out",
            documents.stream()
                .flatMap(String::lines)
                .filter(line -> !line.startsWith("|"))
                .mapToInt(String::length)
                .max()
                .orElse(0),
            "160"));
    return lines;
  }

  private List<String> rooms() {
    List<String> lines = new ArrayList<>(List.of("| room | files | lines |", "|---|---:|---:|"));
    Map<String, List<SourceFile>> rooms =
        files.stream()
            .collect(Collectors.groupingBy(SourceFile::room, TreeMap::new, Collectors.toList()));
    rooms.forEach((room, inside) ->
        lines.add(
            "| %s | %d | %d |"
                .formatted(
                    room, inside.size(), inside.stream().mapToInt(SourceFile::lines).sum())));
    return lines;
  }

  /** Returns a table of what is over its bound. */
  public List<String> overBounds() {
    List<String> lines = new ArrayList<>(List.of("| over its bound | counted |", "|---|---:|"));
    longest()
        .forEach(file -> lines.add("| `%s` | %d lines |".formatted(file.path(), file.lines())));
    widePackages()
        .forEach((folder, count) -> lines.add("| `%s` | %d files |".formatted(folder, count)));
    names().forEach((name, count) -> lines.add("| `%s` | %d types |".formatted(name, count)));
    return lines;
  }

  private List<SourceFile> longest() {
    return files.stream()
        .filter(file -> file.lines() > MOST_LINES)
        .sorted(Comparator.comparing(SourceFile::lines).reversed())
        .toList();
  }

  private Map<String, Long> widePackages() {
    return counted(files.stream().map(file -> file.folder().toString()), MOST_FILES);
  }

  private Map<String, Long> names() {
    Map<String, List<Path>> folders = new TreeMap<>();
    for (SourceFile file : files) {
      file.types()
          .forEach(
              type -> folders.computeIfAbsent(type, any -> new ArrayList<>()).add(file.folder()));
    }
    return counted(
        folders.entrySet().stream()
            .flatMap(type ->
                type.getValue().stream()
                    .filter(folder -> !isInsteadOfOne(folder, type.getValue()))
                    .map(folder -> type.getKey())),
        1);
  }

  /** Returns whether a folder repeats the whole name of another: a type there stands in for it. */
  private static boolean isInsteadOfOne(Path folder, List<Path> others) {
    return others.stream().anyMatch(other -> !folder.equals(other) && folder.endsWith(other));
  }

  /** Returns what occurs more often than a bound. */
  private static Map<String, Long> counted(Stream<String> all, int most) {
    Map<String, Long> counts =
        all.collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    counts.values().removeIf(count -> count <= most);
    return counts;
  }

  private static int quantile(List<Integer> sorted, double share) {
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.floor(share * (sorted.size() - 1)));
  }

  private static String row(String what, Object counted, String aim) {
    return "| %s | %s | %s |".formatted(what, counted, aim);
  }
}
