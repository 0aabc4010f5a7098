package org.vigie.cli;

import java.util.ArrayList;
import java.util.List;
import org.vigie.casework.environment.Environment;

/**
 * The program of a Flink application cluster: it makes the job graph of {@code vigie run}, and
 * leaves running it to Flink.
 */
public final class StreamJob {
  private StreamJob() {}

  /**
   * @param args those of {@code vigie cluster submit}
   * @throws IllegalStateException if the job can't be made; why stands in the log
   */
  public static void main(String[] args) {
    Vigie.writeNumbersAlike();
    List<String> words = new ArrayList<>(List.of("cluster", "submit", "--here"));
    words.addAll(List.of(args));
    int exit = Vigie.execute(Environment.ofThisProcess(), words.toArray(String[]::new));
    if (exit != 0) {
      throw new IllegalStateException("the job must be made, but ended with exit code " + exit);
    }
  }
}
