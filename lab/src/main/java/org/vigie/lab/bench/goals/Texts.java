package org.vigie.lab.bench.goals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.advert.Advert;
import org.vigie.training.risk.LabelledTexts;
import org.vigie.world.World;
import org.vigie.world.WorldSpec;

/**
 * Adverts to measure on.
 *
 * @param name real or invented
 * @param bodies their texts
 */
record Texts(String name, List<String> bodies) {
  private static final List<String> FILES =
      List.of("emscad_dev.jsonl.gz", "classifieds_ie_dev.jsonl.gz", "poland_1k.jsonl.gz");

  private static final ObjectMapper JSON = new ObjectMapper();

  Texts {
    bodies = List.copyOf(bodies);
  }

  /**
   * Returns adverts from all over the files of real ones; none if no file is there.
   *
   * @param data folder of the data outside the repository
   * @param most how many there are at most
   */
  static Texts real(Path data, int most) throws IOException {
    List<String> all = new ArrayList<>();
    for (String name : FILES) {
      Path file = data.resolve("job-ads").resolve(name);
      if (Files.exists(file)) {
        LabelledTexts.read(file).forEach(advert -> all.add(advert.text()));
      }
    }
    double step = Math.max(1, (double) all.size() / most);
    return new Texts(
        "real",
        Stream.iterate(0.0, at -> at < all.size(), at -> at + step)
            .limit(most)
            .map(at -> all.get((int) (double) at))
            .toList());
  }

  static Texts invented(int count) {
    return new Texts(
        "invented",
        World.generate(new WorldSpec(1, Math.max(100, count)))
            .adverts()
            .map(Advert::text)
            .limit(count)
            .toList());
  }

  /** Returns the one of these of median length, alone. */
  Texts ofMedianLength() {
    List<String> byLength =
        bodies.stream().sorted(Comparator.comparingInt(String::length)).toList();
    return new Texts(name, List.of(byLength.get(byLength.size() / 2)));
  }

  boolean isEmpty() {
    return bodies.isEmpty();
  }

  long meanLength() {
    return Math.round(bodies.stream().mapToInt(String::length).average().orElse(0));
  }

  /** Returns each as a line of JSON. */
  List<String> lines() {
    return bodies.stream()
        .map(body -> JSON.createObjectNode().put("text", body).toString())
        .toList();
  }

  Path write(Path file) throws IOException {
    return Files.write(file, lines());
  }
}
