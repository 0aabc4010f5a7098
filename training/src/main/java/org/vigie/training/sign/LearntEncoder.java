package org.vigie.training.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.vigie.classifier.encoder.EncoderHead;
import org.vigie.classifier.encoder.EncoderSheet;
import org.vigie.classifier.registry.Manifest;

/**
 * What was learnt of an encoder, and what it adds.
 *
 * @param sheet what is said of the encoder
 * @param head what was learnt from all authors
 * @param texts of each author
 * @param rows what it adds to models that have not read an author, one row an author
 */
record LearntEncoder(
    EncoderSheet sheet, EncoderHead head, List<List<SignLine>> texts, List<Row> rows) {
  private static final String CARD = "card.md";

  /** What is made here, and so not taken from the folder that is given. */
  private static final List<String> MADE = List.of(EncoderHead.FILE, CARD, SignSheet.FILE);

  LearntEncoder {
    texts = List.copyOf(texts);
    rows = List.copyOf(rows);
  }

  /**
   * What an encoder adds on one author.
   *
   * @param author its place in {@link SignCorpus#AUTHORS}
   * @param asked stretches of text that the encoder was asked about
   * @param without figures without it
   * @param with figures with it
   */
  record Row(int author, long asked, SignFigures without, SignFigures with) {}

  /**
   * Writes the encoder's folder; the manifest lists it.
   *
   * @return its card
   */
  String write(Path given, Path models, String name) throws IOException {
    Path folder = Files.createDirectories(models.resolve(name));
    try (Stream<Path> files = Files.list(given)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String of = file.getFileName().toString();
        Path copy = folder.resolve(of);
        if (!MADE.contains(of) && !(Files.exists(copy) && Files.isSameFile(file, copy))) {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    head.write(folder);
    String card = card(name);
    Files.writeString(folder.resolve(CARD), card);
    SignSheet.write(
        folder,
        "./vigie train encoder FOLDER --data ../shared/data --name " + name,
        texts,
        Map.of());
    Manifest.readOrEmpty(models).with(models, name).write(models);
    return card;
  }

  String card(String name) {
    StringBuilder card = new StringBuilder();
    card.append(
        """
        # %s

        **What it is.** A sentence encoder that the operator brought, and a logistic model over its vectors that moves the log-odds that a
        stretch of text says a sign by up to %.1f. It is asked only where these are from %.1f to +%.1f beside those from which a sign is
        believed, about texts in %s. Words for nationality, ethnicity and orientation are left out before it.

        **What it learnt from.** The texts that the models of signs learn from, by models that have not read a third of the authors.

        **What it adds**, on authors whom neither models nor encoder have read:

        | author left out | texts | asked | recall without | with | precision without | with | false alarms without | with |
        |---|---:|---:|---:|---:|---:|---:|---:|---:|
        """
            .formatted(
                name,
                head.bounds().most(),
                head.bounds().from(),
                head.bounds().to(),
                sheet.isForAll() ? "all languages" : String.join(", ", sheet.languages())));
    for (Row row : rows) {
      card.append(
          line(SignCorpus.AUTHORS.get(row.author()), row.asked(), row.without(), row.with()));
    }
    card.append(
        line(
            "all",
            rows.stream().mapToLong(Row::asked).sum(),
            SignFigures.together(rows.stream().map(Row::without).toList()),
            SignFigures.together(rows.stream().map(Row::with).toList())));
    card.append(
        """

        **What it must not be used for.** It says what a text says, never what is so, and nothing of a person. A quantised network answers a
        little differently on other processors, so what is scored again elsewhere may differ.
        """);
    return card.toString();
  }

  private static String line(String author, long asked, SignFigures without, SignFigures with) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |\n",
        author,
        with.size(),
        asked,
        without.recall(),
        with.recall(),
        without.precision(),
        with.precision(),
        without.falseAlarms(),
        with.falseAlarms());
  }
}
