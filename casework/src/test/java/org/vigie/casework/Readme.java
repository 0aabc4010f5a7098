package org.vigie.casework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The README, read for the commands that it tells people to type. */
public final class Readme {
  private Readme() {}

  /** Returns the folder of the project. */
  public static Path project() {
    return Path.of(System.getProperty("vigie.root")).toAbsolutePath().normalize();
  }

  /** Returns the text of a document of the project. */
  public static String text(String name) throws IOException {
    return Files.readString(project().resolve(name));
  }

  /** Returns the lines of all blocks that are marked as shell, in order. */
  public static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    boolean shell = false;
    for (String line : text("README.md").lines().toList()) {
      if (line.startsWith("```")) {
        shell = line.equals("```sh");
      } else if (shell) {
        commands.add(line);
      }
    }
    return commands;
  }
}
