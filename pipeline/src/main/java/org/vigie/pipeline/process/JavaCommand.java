package org.vigie.pipeline.process;

import java.util.ArrayList;
import java.util.List;

/**
 * What Java is to run in a process.
 *
 * @param options of Java itself, such as {@code -Xmx512m}
 * @param main name of the class that is started
 * @param arguments of that class
 */
public record JavaCommand(List<String> options, String main, List<String> arguments) {
  public JavaCommand {
    options = List.copyOf(options);
    arguments = List.copyOf(arguments);
    for (List<String> words : List.of(options, arguments)) {
      for (String word : words) {
        if (word.indexOf('\n') >= 0) {
          throw new IllegalArgumentException(
              "a word of a command must be one line, but one for " + main + " has several");
        }
      }
    }
  }

  /** Returns all of it, as it follows {@code java}. */
  public List<String> words() {
    List<String> words = new ArrayList<>(options);
    words.add(main);
    words.addAll(arguments);
    return List.copyOf(words);
  }
}
