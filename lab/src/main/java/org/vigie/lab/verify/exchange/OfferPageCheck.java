package org.vigie.lab.verify.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;
import org.vigie.page.OfferPageFolder;
import org.vigie.web.offer.Helpline;
import org.vigie.web.offer.OfferApp;

/** The offer checker's page says in a browser of each text what the served form says of it. */
final class OfferPageCheck implements Check {
  /** Texts of a run, up to a thousand. */
  private static final int PER_RUN = 50;

  private static final int MOST = 1_000;
  private static final int AT_ONCE = 50;
  private static final String COUNTRY = "DE";

  private final Path home;

  /**
   * @param home of Vigie, with its models and the texts that models of signs learn from
   */
  OfferPageCheck(Path home) {
    this.home = home;
  }

  @Override
  public String name() {
    return "offer-page";
  }

  @Override
  public String promise() {
    return "In a browser it says what the server says";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    List.of("texts", "languages", "alike", "answers").forEach(what -> tally.count(what, 0));
    Optional<Path> chromium = OfferPageBrowser.installed();
    if (chromium.isEmpty()) {
      tally.count("skipped, without chromium", 1);
      return tally;
    }
    Path page = folder.resolve("page");
    OfferPageFolder.write(home.resolve("models"), Helpline.builtIn(), page);
    OfferApp app = new OfferApp(Helpline.builtIn());
    app.readBy(AdvertAssessor.load(home.resolve("models")).indicators());
    List<String> texts = texts(Math.clamp((long) effort.runs() * PER_RUN, PER_RUN, MOST), effort);
    Set<String> answers = new HashSet<>();
    try (OfferPageBrowser browser = OfferPageBrowser.start(chromium.get(), page, folder)) {
      for (int from = 0; from < texts.size(); from += AT_ONCE) {
        watcher.at(from, texts.size());
        List<OfferPageBrowser.Asked> asked = asked(texts, from);
        List<String> said = browser.advice(asked);
        for (int i = 0; i < asked.size(); i++) {
          OfferPageBrowser.Asked one = asked.get(i);
          String expected = app.advice(one.language(), one.text(), one.country());
          boolean isAlike = expected.equals(said.get(i));
          answers.add(said.get(i));
          tally.count("texts", 1);
          tally.count("alike", isAlike ? 1 : 0);
          tally.require(
              isAlike, "text %d, read in %s, must be told alike", from + i, one.language());
        }
      }
    }
    tally.count("languages", OfferApp.tags().size());
    tally.count("answers", answers.size());
    tally.require(
        answers.size() > OfferApp.tags().size(), "answers must follow from texts, but don't");
    return tally;
  }

  private static List<OfferPageBrowser.Asked> asked(List<String> texts, int from) {
    List<OfferPageBrowser.Asked> asked = new ArrayList<>();
    for (int i = from; i < Math.min(texts.size(), from + AT_ONCE); i++) {
      String language = OfferApp.tags().get(i % OfferApp.tags().size());
      asked.add(new OfferPageBrowser.Asked(language, texts.get(i), COUNTRY));
    }
    return asked;
  }

  /** Returns texts of half a hundred languages. */
  private List<String> texts(int count, Effort effort) throws IOException {
    Path all = home.resolve("training/src/main/resources/org/vigie/training/sign");
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(all)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
        Files.readAllLines(file).stream()
            .skip(1)
            .forEach(line -> texts.add(line.substring(line.lastIndexOf('\t') + 1)));
      }
    }
    Collections.shuffle(texts, new Random(effort.seed()));
    List<String> some = new ArrayList<>(texts.subList(0, count));
    // JavaScript has another notion of blanks.
    for (int i = 0; i < some.size(); i += 5) {
      String odd = some.get(i).replace(". ", ".\u00a0\n\u001c");
      some.set(i, "\u00a0\n" + odd + "\t\u3000\u00a0");
    }
    return some;
  }
}
