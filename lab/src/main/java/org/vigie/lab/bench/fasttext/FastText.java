package org.vigie.lab.bench.fasttext;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program {@code fasttext} as Debian has it, run as a process with one thread.
 *
 * @see <a href="https://aclanthology.org/E17-2068">Joulin et al. (2017)</a>
 */
final class FastText {
  private static final String LABEL = "__label__";

  private static final String TRAINING = "train.txt";
  private static final String TEXTS = "texts.txt";
  private static final String ANSWERS = "answers.txt";

  /** How often the texts are repeated to be timed, so that reading the model is a small part. */
  private static final int COPIES = 10;

  /** What {@code times} tells of a shell's children, user and system. */
  private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");

  private final Path folder;

  /**
   * The program, working in a folder.
   *
   * @param folder where models and texts are put
   */
  FastText(Path folder) {
    this.folder = folder;
  }

  static boolean isInstalled() throws IOException, InterruptedException {
    return new ProcessBuilder("sh", "-c", "command -v fasttext")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  /**
   * A text with its label.
   *
   * @param label a word
   * @param text one line
   */
  record Example(String label, String text) {
    Example {
      text = text.replaceAll("\\s+", " ").strip();
    }
  }

  /** What is said of one text: the likeliest label, and how likely it is, in [0, 1]. */
  record Answer(String label, double probability) {}

  /** Deletes a folder that it worked in. */
  static void clear(Path folder) throws IOException {
    for (String name : List.of(TRAINING, TEXTS, ANSWERS, "model.bin", "model.vec")) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Files.delete(folder);
  }

  void train(List<Example> examples, List<String> options)
      throws IOException, InterruptedException {
    Path input = folder.resolve(TRAINING);
    Files.write(input, examples.stream().map(e -> LABEL + e.label() + " " + e.text()).toList());
    List<String> command =
        new ArrayList<>(List.of("fasttext", "supervised", "-input", input.toString(), "-output"));
    command.add(folder.resolve("model").toString());
    command.addAll(List.of("-thread", "1", "-seed", "1", "-verbose", "0"));
    command.addAll(options);
    run(command);
  }

  List<Answer> answers(List<String> texts) throws IOException, InterruptedException {
    predict(texts);
    List<Answer> answers = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(ANSWERS))) {
      String[] parts = line.split(" ");
      double probability = Math.min(1, Double.parseDouble(parts[1]));
      answers.add(new Answer(parts[0].substring(LABEL.length()), probability));
    }
    if (answers.size() != texts.size()) {
      throw new IllegalStateException(
          "fasttext must answer each of %d texts, but answered %d"
              .formatted(texts.size(), answers.size()));
    }
    return answers;
  }

  /** Returns the CPU time of one text in microseconds, without that of reading the model. */
  double micros(List<String> texts) throws IOException, InterruptedException {
    double start = predict(texts.subList(0, 1));
    List<String> copies =
        Collections.nCopies(COPIES, texts).stream().flatMap(List::stream).toList();
    return (predict(copies) - start) * 1e6 / copies.size();
  }

  /** Returns the CPU time in seconds. */
  private double predict(List<String> texts) throws IOException, InterruptedException {
    Path input = folder.resolve(TEXTS);
    Files.write(input, texts.stream().map(text -> new Example("", text).text()).toList());
    String told =
        run(
            List.of(
                "sh",
                "-c",
                "fasttext predict-prob \"$0\" \"$1\" 1 > \"$2\" && times",
                folder.resolve("model.bin").toString(),
                input.toString(),
                folder.resolve(ANSWERS).toString()));
    Matcher times = TIMES.matcher(told);
    if (!times.find()) {
      throw new IllegalStateException("the shell's times must tell CPU times, but told: " + told);
    }
    return 60 * number(times, 1) + number(times, 2) + 60 * number(times, 3) + number(times, 4);
  }

  private static double number(Matcher matcher, int group) {
    return Double.parseDouble(matcher.group(group));
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    if (code != 0) {
      throw new IllegalStateException(
          command + " must end with 0, but ended with " + code + ": " + told);
    }
    return told;
  }
}
