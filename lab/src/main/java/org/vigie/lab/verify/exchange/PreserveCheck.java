package org.vigie.lab.verify.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vigie.advert.Alert;
import org.vigie.exchange.preserve.PreservationForm;
import org.vigie.exchange.preserve.PreservationForms;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;
import org.vigie.lab.verify.custody.CommandLineUser;
import org.vigie.search.AdvertIndex;

/**
 * From an alert, all drafts that ask for preservation come in a minute, and each part of them that
 * must say something does, or is named as missing: in the draft and by the command.
 */
final class PreserveCheck implements Check {
  private static final Duration MOST = Duration.ofSeconds(60);
  private static final int MOST_ROUNDS = 100;

  /** Where a part begins: {@code ## 3. Account}. */
  private static final Pattern PART = Pattern.compile("(?m)^## \\d+\\. ");

  private static final Pattern FILLED = Pattern.compile("(?m)^- `.+`$");

  private final Path home;

  /**
   * @param home of Vigie, with its models and examples
   */
  PreserveCheck(Path home) {
    this.home = home;
  }

  @Override
  public String name() {
    return "preserve";
  }

  @Override
  public String promise() {
    return "Drafts in 60 s, parts filled or named missing";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    CommandLineUser user = new CommandLineUser(home, folder, "typist", Clock.systemUTC());
    user.require("init", "--trial");
    user.require("run", "--input", home.resolve("docs/examples/adverts.jsonl").toString());
    Map<String, PreservationForm> forms = PreservationForms.read(folder.resolve("no-forms"));
    List<String> languages = languages(forms);
    List<String> alerts = alerts(user);
    Tally tally = new Tally();
    List<String> counted = List.of("drafts", "filled", "missing");
    counted.forEach(what -> tally.count(what, 0));
    int rounds = Math.min(MOST_ROUNDS, Math.max(effort.runs(), 2));
    long slowest = 0;
    for (int i = 0; i < rounds && !alerts.isEmpty(); i++) {
      watcher.at(i, rounds);
      Path out = folder.resolve("drafts-" + i);
      long start = System.nanoTime();
      Optional<String> said =
          user.typed(
              "preserve",
              alerts.get(i % alerts.size()),
              "--to",
              "Example Hosting, Exampleland",
              "--language",
              languages.get(i % languages.size()),
              "--out",
              out.toString());
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      slowest = Math.max(slowest, took.toMillis());
      tally.require(
          took.compareTo(MOST) <= 0, "drafts must come in 60 s, but took %d", took.toSeconds());
      tally.require(said.isPresent(), "drafts must come of each alert, but didn't");
      if (said.isPresent()) {
        for (PreservationForm form : forms.values()) {
          read(form, Files.readString(out.resolve(form.name() + ".md")), said.get(), tally);
        }
      }
    }
    tally.count("alerts", Math.min(alerts.size(), rounds));
    tally.count("languages", Math.min(languages.size(), rounds));
    tally.count("slowest ms", slowest);
    tally.require(!alerts.isEmpty(), "the examples must raise an alert, but raise none");
    return tally;
  }

  private static void read(PreservationForm form, String draft, String said, Tally tally) {
    tally.count("drafts", 1);
    List<String> parts = List.of(PART.split(draft));
    boolean isWhole = parts.size() == form.parts().size() + 1;
    tally.require(isWhole, "%s must have each of its parts, but hasn't", form.name());
    if (!isWhole) {
      return;
    }
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < form.parts().size(); i++) {
      PreservationForm.Part part = form.parts().get(i);
      boolean isFilled = FILLED.matcher(parts.get(i + 1)).find();
      boolean isNamed = parts.get(i + 1).contains("`--fill " + part.key() + "=");
      if (part.required() && !isFilled) {
        missing.add(part.key());
      }
      tally.count("filled", isFilled ? 1 : 0);
      tally.count("missing", part.required() && isNamed ? 1 : 0);
      tally.require(
          isFilled || isNamed, "%s must say %s or name it as missing", form.name(), part.key());
    }
    String line =
        said.lines().filter(each -> each.startsWith(form.name() + ".md:")).findFirst().orElse("");
    String told = missing.isEmpty() ? "filled" : "missing: " + String.join(", ", missing);
    tally.require(line.endsWith(told), "what %s misses must be told, but isn't", form.name());
    tally.require(missing.size() < form.parts().size(), "%s must say something", form.name());
  }

  /** Returns the languages that every form can be written in. */
  private static List<String> languages(Map<String, PreservationForm> forms) {
    List<String> all = new ArrayList<>(forms.values().iterator().next().languages());
    forms.values().forEach(form -> all.retainAll(form.languages()));
    return all;
  }

  private static List<String> alerts(CommandLineUser user) throws IOException {
    try (AdvertIndex index = AdvertIndex.open(user.workspace().index())) {
      return index.alerts(MOST_ROUNDS).stream().map(Alert::id).toList();
    }
  }
}
