package org.vigie.cli.command.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.vigie.casework.environment.SharedFixture;
import org.vigie.classifier.name.NameFinder;
import org.vigie.classifier.registry.Manifest;
import org.vigie.training.risk.RiskTraining;

/**
 * Folders of models trained on a few invented adverts, one of which got its labels the wrong way.
 */
public final class SmallModels {
  private static final SharedFixture HOME = new SharedFixture(SmallModels::make);

  private SmallModels() {}

  /** Makes a home whose models are {@code first} (in use), {@code second} and {@code wrong}. */
  public static void makeIn(Path home) throws IOException {
    HOME.copyTo(home);
  }

  private static void make(Path home) throws IOException {
    Path models = home.resolve("models");
    SharedFixture.copy(
        Path.of(System.getProperty("vigie.root", "..")).resolve("models"), models, ".yaml");
    SharedFixture.copy(
        Path.of(System.getProperty("vigie.root", "..")).resolve("models"), models, ".tsv.gz");
    SharedFixture.copy(
        Path.of(System.getProperty("vigie.root", "..")).resolve("models"), models, ".tsv");
    addNames(models);
    train(home, "first", adverts(1, 90, false));
    train(home, "second", adverts(2, 90, false));
    train(home, "wrong", adverts(3, 90, true));
  }

  /** Adds the shipped finder of names, without which no advert is read. */
  private static void addNames(Path models) throws IOException {
    Path shipped = Path.of(System.getProperty("vigie.root", "..")).resolve("models");
    String name = Manifest.read(shipped).requireActive(NameFinder.FORM);
    SharedFixture.copy(shipped.resolve(name), models.resolve(name), "");
    Manifest.readOrEmpty(models).with(models, name).withActive(NameFinder.FORM, name).write(models);
  }

  private static void train(Path home, String name, String adverts) throws IOException {
    Path data = Files.writeString(home.resolve(name + ".jsonl"), adverts);
    RiskTraining.withDefaults().train(data, home.resolve("models"), name);
  }

  /** Invented adverts, two a campaign, a third of them risky, as JSON Lines. */
  public static String adverts(long seed, int count, boolean wrongLabels) {
    Random random = new Random(seed);
    List<String> ordinary = List.of("team", "kitchen", "pension", "contract", "training", "degree");
    List<String> risky = List.of("weekly", "home", "money", "transfer", "easy", "instant");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      boolean risk = i % 3 == 0;
      StringBuilder text = new StringBuilder("job work position");
      for (int word = 0; word < 25; word++) {
        List<String> from = random.nextInt(4) == 0 == risk ? ordinary : risky;
        text.append(' ').append(from.get(random.nextInt(from.size())));
      }
      lines.append(
          "{\"id\":\"s%d-%d\",\"label\":%d,\"group\":\"s%d-g%d\",\"text\":\"%s\"}\n"
              .formatted(seed, i, risk == wrongLabels ? 0 : 1, seed, i / 2, text));
    }
    return lines.toString();
  }
}
