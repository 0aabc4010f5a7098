package org.vigie.lab.bench.fasttext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What fastText takes to classify a text, with the options of its examples for texts. */
public final class FastTextTime {
  private static final List<String> OPTIONS =
      List.of("-wordNgrams", "2", "-dim", "50", "-epoch", "5", "-bucket", "200000");

  private FastTextTime() {}

  /**
   * Returns the microseconds of CPU for one text, without reading the model; null if the program
   * isn't installed. What it is trained on, every other text against the rest, changes no time.
   *
   * @param folder where it may put what it makes
   */
  public static @Nullable Double micros(List<String> texts, Path folder)
      throws IOException, InterruptedException {
    if (!FastText.isInstalled()) {
      return null;
    }
    Path scratch = Files.createDirectories(folder.resolve("fasttext"));
    FastText fastText = new FastText(scratch);
    List<FastText.Example> examples = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      examples.add(new FastText.Example(i % 2 == 0 ? "even" : "odd", texts.get(i)));
    }
    fastText.train(examples, OPTIONS);
    return fastText.micros(texts);
  }
}
