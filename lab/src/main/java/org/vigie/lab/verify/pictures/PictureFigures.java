package org.vigie.lab.verify.pictures;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.capture.picture.PdqHash;
import org.vigie.capture.picture.PdqHasher;
import org.vigie.capture.picture.PictureReader;
import org.vigie.capture.picture.PictureReading;
import org.vigie.classifier.AdvertAssessor;

/** Draws pictures, reads them, and counts what was read of what was drawn. */
public final class PictureFigures {
  private static final long SEED = 2026;

  private final PictureReader reader;
  private final AdvertAssessor assessor;
  private final List<Long> millis = new ArrayList<>();

  public PictureFigures(PictureReader reader, AdvertAssessor assessor) {
    this.reader = reader;
    this.assessor = assessor;
  }

  /**
   * What was read of the pictures of one script.
   *
   * @param pictures how many
   * @param characters drawn
   * @param wrong characters to insert, delete or replace
   * @param phones right, wrong and missed
   * @param withoutFont texts that no font of this machine shows, and so weren't drawn
   * @param withoutData pictures whose text wasn't looked for
   */
  record Script(
      int pictures, long characters, long wrong, Score phones, int withoutFont, int withoutData) {
    Script plus(Script other) {
      return new Script(
          pictures + other.pictures,
          characters + other.characters,
          wrong + other.wrong,
          phones.plus(other.phones),
          withoutFont + other.withoutFont,
          withoutData + other.withoutData);
    }
  }

  /**
   * How many of what was there were found.
   *
   * @param right found and there
   * @param wrong found and not there
   * @param missed there and not found
   */
  record Score(long right, long wrong, long missed) {
    Score plus(Score other) {
      return new Score(right + other.right, wrong + other.wrong, missed + other.missed);
    }

    double f1() {
      return right == 0 ? 0 : 2.0 * right / (2 * right + wrong + missed);
    }
  }

  /** Near-duplicates by alteration, and pairs of different pictures. */
  record Duplicates(
      Map<Alteration, Map<Integer, Double>> joined, long pairs, Map<Integer, Long> falseJoins) {}

  /** Bits in which two hashes may differ to count as one. */
  static final List<Integer> LIMITS = List.of(PdqHash.NEAR, 48, 64);

  /** Returns the milliseconds that reading each picture took. */
  List<Long> millis() {
    return List.copyOf(millis);
  }

  /**
   * Returns script → what was read of its pictures.
   *
   * @param each pictures a text
   * @param declared whether the reader is told the language
   */
  Map<String, Script> scripts(int each, boolean declared) throws IOException {
    Map<String, Script> scripts = new LinkedHashMap<>();
    Random random = new Random(SEED);
    for (int round = 0; round < each; round++) {
      for (DrawnAdvert advert : adverts(round)) {
        scripts.merge(advert.script(), read(advert, random, declared), Script::plus);
      }
    }
    return scripts;
  }

  private Script read(DrawnAdvert advert, Random random, boolean declared) throws IOException {
    Optional<Font> font = advert.font();
    if (font.isEmpty()) {
      return new Script(0, 0, 0, new Score(0, 0, 0), 1, 0);
    }
    BufferedImage noisy = Alteration.NOISY.of(advert.drawn(font.get(), random), random);
    PictureReading read =
        timed(Alteration.jpeg(noisy, 0.75f), declared ? List.of(advert.language()) : List.of());
    if (!read.writing().unread().isEmpty()) {
      return new Script(0, 0, 0, new Score(0, 0, 0), 0, 1);
    }
    Set<String> found =
        assessor.contactsIn(read.writing().text(), "").stream()
            .filter(contact -> contact.type() == ContactType.PHONE)
            .map(Contact::value)
            .collect(Collectors.toCollection(TreeSet::new));
    long right = found.remove(advert.phone()) ? 1 : 0;
    return new Script(
        1,
        CharacterError.letters(advert.text()).length(),
        CharacterError.between(advert.text(), read.writing().text()),
        new Score(right, found.size(), 1 - right),
        0,
        0);
  }

  private PictureReading timed(byte[] file, List<String> languages) throws IOException {
    PictureReading read = reader.read(file, languages);
    millis.add(read.millis());
    return read;
  }

  private static List<DrawnAdvert> adverts(int round) throws IOException {
    try (InputStream in = PictureFigures.class.getResourceAsStream("texts.tsv")) {
      if (in == null) {
        throw new IOException("texts.tsv must lie beside this class, but doesn't");
      }
      List<DrawnAdvert> adverts = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        String[] parts = line.split("\t");
        List<String> lines = new ArrayList<>(List.of(parts[2].split("\\|")));
        int number = (adverts.size() * 7 + round * 131) % 1_000;
        lines.add("+44 7700 900%03d".formatted(number));
        lines.add("t.me/example_jobs%d".formatted(number % 10));
        adverts.add(new DrawnAdvert(parts[0], parts[1], lines, "+447700900%03d".formatted(number)));
      }
      return adverts;
    }
  }

  /** Returns the share of QR codes that are read. */
  double codes(int count) throws IOException {
    Random random = new Random(SEED);
    int right = 0;
    for (int i = 0; i < count; i++) {
      String text = "https://chat.example.org/+%016x".formatted(random.nextLong());
      BufferedImage drawn = Alteration.NOISY.of(DrawnCode.of(text, random), random);
      PictureReading read = timed(Alteration.jpeg(drawn, 0.6f), List.of("en"));
      right += read.codes().stream().anyMatch(code -> code.text().equals(text)) ? 1 : 0;
    }
    return (double) right / count;
  }

  /** Returns which altered pictures are near to what they were, and which others are. */
  Duplicates duplicates(int altered, int different) throws IOException {
    Random random = new Random(SEED);
    Map<Alteration, Map<Integer, Double>> joined = new LinkedHashMap<>();
    List<PdqHash> hashes = new ArrayList<>();
    for (int i = 0; i < different; i++) {
      BufferedImage scene = DrawnScene.of(random);
      PdqHash hash = PdqHasher.of(scene).hash();
      hashes.add(hash);
      if (i < altered) {
        for (Alteration alteration : Alteration.values()) {
          int distance = hash.distance(PdqHasher.of(alteration.of(scene, random)).hash());
          Map<Integer, Double> shares =
              joined.computeIfAbsent(alteration, none -> new LinkedHashMap<>());
          for (int limit : LIMITS) {
            shares.merge(limit, distance <= limit ? 1.0 / altered : 0, Double::sum);
          }
        }
      }
    }
    return new Duplicates(joined, (long) different * (different - 1) / 2, falseJoins(hashes));
  }

  /** By how many bits they may differ to count as one. */
  private static Map<Integer, Long> falseJoins(List<PdqHash> hashes) {
    Map<Integer, Long> joins = new LinkedHashMap<>();
    LIMITS.forEach(limit -> joins.put(limit, 0L));
    for (int i = 0; i < hashes.size(); i++) {
      for (int j = 0; j < i; j++) {
        int distance = hashes.get(i).distance(hashes.get(j));
        for (int limit : LIMITS) {
          if (distance <= limit) {
            joins.merge(limit, 1L, Long::sum);
          }
        }
      }
    }
    return joins;
  }
}
