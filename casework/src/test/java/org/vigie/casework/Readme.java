package org.vigie.casework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The README and the pages of documentation, read for the commands that they tell people to type.
 */
public final class Readme {
  /** Pages whose commands work one after the other in a fresh folder, in the order of reading. */
  private static final List<String> TYPED =
      List.of(
          "README.md",
          "docs/start/analyst.md",
          "docs/how-to/read-adverts.md",
          "docs/how-to/crawl.md");

  private Readme() {}

  /** Returns the folder of the project. */
  public static Path project() {
    return Path.of(System.getProperty("vigie.root")).toAbsolutePath().normalize();
  }

  /** Returns the text of a document of the project. */
  public static String text(String name) throws IOException {
    return Files.readString(project().resolve(name));
  }

  /** Returns the names of all pages below {@code docs}, such as docs/start/admin.md, sorted. */
  public static List<String> pages() throws IOException {
    try (Stream<Path> files = Files.walk(project().resolve("docs"))) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .map(file -> project().relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /** Returns the commands that a newcomer may type one after the other in a fresh folder. */
  public static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    for (String page : TYPED) {
      commands.addAll(commands(page));
    }
    return commands;
  }

  /** Returns the lines of all blocks of a page that are marked as shell, in order. */
  public static List<String> commands(String page) throws IOException {
    List<String> commands = new ArrayList<>();
    boolean shell = false;
    for (String line : text(page).lines().toList()) {
      if (line.startsWith("```")) {
        shell = line.equals("```sh");
      } else if (shell) {
        commands.add(line);
      }
    }
    return commands;
  }
}
