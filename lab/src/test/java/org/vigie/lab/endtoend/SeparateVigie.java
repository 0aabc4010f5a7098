package org.vigie.lab.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.casework.Readme;
import org.vigie.classifier.image.ImageFolder;
import org.vigie.cli.Vigie;
import org.vigie.files.process.SharedClasses;

/** Vigie in a process of its own, which can be killed. */
final class SeparateVigie {
  private SeparateVigie() {}

  /**
   * Returns the command that starts it.
   *
   * @param options of Java, beside those that every test needs
   * @param words as a person types them after {@code ./vigie}
   */
  static List<String> command(List<String> options, List<String> words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx768m", "-Dvigie.home=" + Readme.project()));
    if (Runtime.version().feature() >= 24) {
      command.add("--sun-misc-unsafe-memory-access=allow");
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(ImageFolder.javaOptions());
    command.addAll(options);
    command.addAll(SharedClasses.options(Vigie.class));
    command.add(Vigie.class.getName());
    command.addAll(words);
    return command;
  }
}
