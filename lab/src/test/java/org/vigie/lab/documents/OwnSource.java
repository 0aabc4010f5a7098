package org.vigie.lab.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.casework.Readme;

/**
 * A source of the program's own.
 *
 * @param name of its class or file, without what comes after the dot
 */
record OwnSource(String name, String text) {
  /** Modules that measure, teach or stand in for the world, and guard nothing. */
  private static final Set<String> BESIDE = Set.of("lab", "world", "training");

  /** Returns all Java that handles what a unit holds. */
  static List<OwnSource> shipped() throws IOException {
    return in("src/main/java", ".java");
  }

  /** Returns all scripts that pages bring. */
  static List<OwnSource> scripts() throws IOException {
    return in("src/main/resources", ".js");
  }

  /** Returns the names of all tests. */
  static Set<String> tests() throws IOException {
    return in("src/test/java", "Test.java").stream()
        .map(OwnSource::name)
        .collect(Collectors.toSet());
  }

  private static List<OwnSource> in(String folder, String ending) throws IOException {
    List<OwnSource> sources = new ArrayList<>();
    try (Stream<Path> modules = Files.list(Readme.project())) {
      for (Path module : modules.filter(one -> Files.isDirectory(one.resolve(folder))).toList()) {
        if (!BESIDE.contains(String.valueOf(module.getFileName()))) {
          sources.addAll(below(module.resolve(folder), ending));
        }
      }
    }
    return sources;
  }

  private static List<OwnSource> below(Path folder, String ending) throws IOException {
    List<OwnSource> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(ending)).toList()) {
        String name = String.valueOf(file.getFileName());
        sources.add(new OwnSource(name.substring(0, name.indexOf('.')), Files.readString(file)));
      }
    }
    return sources;
  }

  boolean has(Pattern pattern) {
    return pattern.matcher(text).find();
  }

  /** Returns what the first group of a pattern finds. */
  Set<String> groups(Pattern pattern) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
