package org.vigie.training.risk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * The adverts that a model was trained on, by hashes of some runs of their words, from which no
 * text can be read again: so an advert, or a copy of it with another town or phone, is known in
 * whatever file it stands.
 *
 * <p>Of each advert the smallest hashes are kept, as two texts that have most runs in common have
 * most of these in common (Broder, 1997).
 */
final class TrainedOn {
  static final String NAME = "trained-on.bin";

  /** Words of a run: shorter ones are everybody's. */
  private static final int RUN = 5;

  private static final int HASHES_AN_ADVERT = 8;

  private final long[] hashes;

  private TrainedOn(long[] hashes) {
    this.hashes = hashes;
  }

  /** Returns what stands for some texts. */
  static TrainedOn of(Collection<String> texts) {
    return new TrainedOn(
        texts.stream().flatMapToLong(TrainedOn::least).sorted().distinct().toArray());
  }

  /** Reads what stands beside a model; one of before it was kept knows no advert. */
  static TrainedOn read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return new TrainedOn(new long[0]);
    }
    LongBuffer read = ByteBuffer.wrap(Files.readAllBytes(file)).asLongBuffer();
    long[] hashes = new long[read.remaining()];
    read.get(hashes);
    return new TrainedOn(hashes);
  }

  void write(Path folder) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(hashes.length * Long.BYTES);
    bytes.asLongBuffer().put(hashes);
    Files.write(folder.resolve(NAME), bytes.array());
  }

  /** Returns what stands for some adverts. */
  static TrainedOn adverts(Collection<LabelledAdvert> adverts) {
    return of(adverts.stream().map(LabelledAdvert::text).toList());
  }

  /** Returns the adverts of some that it doesn't know. */
  List<LabelledAdvert> without(List<LabelledAdvert> adverts) {
    return adverts.stream().filter(advert -> !knows(advert.text())).toList();
  }

  /**
   * Requires that it knows no advert of a gold set, by which models are compared.
   *
   * @throws IllegalArgumentException if it knows one; says how many
   */
  void requireNoneOf(List<LabelledAdvert> adverts, Path gold, String model) {
    int known = adverts.size() - without(adverts).size();
    if (known > 0) {
      throw new IllegalArgumentException(
          "%s must be adverts that %s was not trained on, but it was on %d of %d, or on copies of them"
              .formatted(gold, model, known, adverts.size()));
    }
  }

  /** Returns whether a text is one of them, or has most of its kept hashes from them. */
  boolean knows(String text) {
    long[] own = least(text).toArray();
    long known = Arrays.stream(own).filter(hash -> Arrays.binarySearch(hashes, hash) >= 0).count();
    return own.length > 0 && known * 2 > own.length;
  }

  private static LongStream least(String text) {
    List<String> words = Words.of(NormalizedText.of(text)).stream().map(Word::text).toList();
    int runs = Math.max(words.isEmpty() ? 0 : 1, words.size() - RUN + 1);
    return LongStream.range(0, runs)
        .map(at -> hash(words.subList((int) at, Math.min(words.size(), (int) at + RUN))))
        .distinct()
        .sorted()
        .limit(HASHES_AN_ADVERT);
  }

  /** FNV-1a over UTF-16 units, whose bits the last step of MurmurHash3 spreads. */
  private static long hash(List<String> run) {
    long hash = 0xcbf29ce484222325L;
    for (String word : run) {
      for (int i = 0; i <= word.length(); i++) {
        hash = (hash ^ (i < word.length() ? word.charAt(i) : ' ')) * 0x100000001b3L;
      }
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
