package org.vigie.classifier.indicator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;
import org.vigie.classifier.image.ModelImage;
import org.vigie.files.yaml.YamlMap;

/**
 * How texts that warn of trafficking, or report on it, speak: a sign they name is quoted.
 *
 * @param window how many words from a cue a phrase counts as quoted, from 1
 * @param article how many different cues make the whole text a warning, from 2
 * @param cues the phrases that only such texts have
 */
record Warnings(int window, int article, List<Lexicon.Phrase> cues) {
  static final String FILE = "warnings.yaml";

  Warnings {
    cues = List.copyOf(cues);
  }

  static Warnings load(Path models) throws IOException {
    return load(models, ModelImage.none());
  }

  /** Reads the same, by way of an image. */
  static Warnings load(Path models, ModelImage image) throws IOException {
    return image.part(FILE, Warnings::write, Warnings::read, () -> read(models));
  }

  private static Warnings read(ImageIn in) {
    return new Warnings(in.number(), in.number(), Lexicon.read(in));
  }

  private static void write(Warnings warnings, ImageOut out) {
    out.number(warnings.window);
    out.number(warnings.article);
    Lexicon.write(warnings.cues, out);
  }

  private static Warnings read(Path models) throws IOException {
    YamlMap yaml = YamlMap.read(models.resolve(FILE)).allowOnly("window", "article", "cues");
    List<Lexicon.Phrase> cues = new ArrayList<>();
    YamlMap byLanguage = yaml.map("cues");
    for (String language : byLanguage.keys()) {
      for (String text :
          PhraseAutomaton.requireWords(byLanguage.texts(language), byLanguage.place())) {
        cues.add(new Lexicon.Phrase("", language, text, false, false));
      }
    }
    return new Warnings(yaml.number("window"), yaml.digit("article"), cues);
  }
}
