package org.vigie.casework.seeds;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.casework.mandate.MandateFile;
import org.vigie.crawler.frontier.FrontierScope;
import org.vigie.crawler.frontier.Seed;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.Section;
import org.vigie.files.yaml.YamlFile;

/** A YAML file of seeds; docs/reference/configuration.md shows one. */
public final class SeedsFile {
  /** Sooner than that, a revisit is a watch kept on one page, which no site should have to bear. */
  private static final Duration SOONEST = Duration.ofSeconds(10);

  private final Path file;
  private final String shown;
  private final Map<String, Mandate> mandates = new HashMap<>();

  private SeedsFile(Path file, String shown) {
    this.file = file;
    this.shown = shown;
  }

  /** Returns whether a file is one of these, by its name; others are lists of addresses. */
  public static boolean is(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /**
   * Returns the seeds of a file, at least one.
   *
   * @param shown what errors call the file
   * @throws UserError if it can't be read, or says what can't be
   */
  public static List<SeedEntry> read(Path file, String shown) {
    return new SeedsFile(file, shown).read(YamlFile.read(file, shown));
  }

  private List<SeedEntry> read(Section top) {
    Section section = top.section("defaults");
    SeedEntry defaults = rest(section, SeedEntry.of("https://absent.invalid/"));
    section.done();
    List<SeedEntry> entries = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    for (Section each : top.sections("seeds")) {
      SeedEntry entry = entry(each, defaults);
      Integer before = places.putIfAbsent(entry.url(), entries.size());
      if (before != null) {
        throw each.must(
            "url", "be named once, but seeds[%d] has it too".formatted(before), text(entry.url()));
      }
      entries.add(entry);
    }
    top.done();
    if (entries.isEmpty()) {
      throw UserError.ofInput(shown + ": seeds: must name at least one seed, but names none");
    }
    return entries;
  }

  private SeedEntry entry(Section section, SeedEntry defaults) {
    String written = section.required("url");
    String url = FrontierScope.normalize(written);
    if (url == null) {
      throw section.must(
          "url", "be an address such as https://example.org/ without a login", text(written));
    }
    SeedEntry rest = rest(section, defaults);
    section.done();
    return new SeedEntry(
        url,
        rest.reach(),
        rest.mandate(),
        rest.maxPages(),
        rest.reader(),
        rest.revisit(),
        rest.asked(),
        rest.render());
  }

  /** Returns all that a section says but the address. */
  private SeedEntry rest(Section section, SeedEntry absent) {
    return new SeedEntry(
        absent.url(),
        section.choice("reach", absent.reach(), Seed.Reach.class),
        mandate(section).or(absent::mandate),
        maxPages(section, absent.maxPages()),
        reader(section, absent.reader()),
        revisit(section, absent.revisit()),
        asked(section, absent.asked()),
        section.flag("render", absent.render()));
  }

  private static Set<Mandate.Permission> asked(Section section, Set<Mandate.Permission> absent) {
    return Stream.of(Mandate.Permission.values())
        .filter(each -> section.flag(each.label(), absent.contains(each)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String reader(Section section, String absent) {
    String name = section.text("reader", "");
    if (!name.isEmpty() && !AdvertExtractor.channels().contains(name)) {
      throw section.must(
          "reader", "be one of " + String.join(", ", AdvertExtractor.channels()), text(name));
    }
    return name.isEmpty() ? absent : name;
  }

  private static long maxPages(Section section, long absent) {
    int pages = section.integer("max-pages", 0, 1, Integer.MAX_VALUE);
    return pages == 0 ? absent : pages;
  }

  /** A mandate is written out, or named by its file, which lies beside this one. */
  private Optional<Mandate> mandate(Section section) {
    if (section.isMapping("mandate")) {
      return Optional.of(MandateFile.read(section.section("mandate"), section.place("mandate")));
    }
    String name = section.text("mandate", "");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        mandates.computeIfAbsent(
            name,
            named ->
                MandateFile.read(
                    file.resolveSibling(named), section.place("mandate") + ": " + named)));
  }

  private static Seed.@Nullable Revisit revisit(Section section, Seed.@Nullable Revisit absent) {
    if (!section.isMapping("revisit")) {
      String word = section.text("revisit", "");
      if (!word.isEmpty() && !word.equals("never")) {
        throw section.must("revisit", "be never, or have at-least and at-most", text(word));
      }
      return word.isEmpty() ? absent : null;
    }
    Section times = section.section("revisit");
    Duration atLeast = required(times, "at-least");
    Duration atMost = required(times, "at-most");
    times.done();
    if (atMost.compareTo(atLeast) < 0) {
      throw times.must(
          "at-most",
          "not be shorter than at-least (%s)".formatted(times.text("at-least", "")),
          text(times.text("at-most", "")));
    }
    return new Seed.Revisit(atLeast, atMost);
  }

  private static Duration required(Section section, String key) {
    section.required(key);
    return section.duration(key, SOONEST, SOONEST);
  }

  private static TextNode text(String found) {
    return TextNode.valueOf(found);
  }
}
