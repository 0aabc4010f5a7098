package org.vigie.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.search.Adverts.saying;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Membership;

/** What an index says of itself once a bit of it is another. */
class BitRotTest {
  private static final int ADVERTS = 30;
  private static final int FLIPS = 40;

  @TempDir Path index;

  @BeforeEach
  void write() throws IOException {
    List<AssessedAdvert> adverts =
        IntStream.range(0, ADVERTS).mapToObj(i -> saying("warehouse night " + i)).toList();
    TestIndex.of(
            index,
            adverts,
            shard -> {
              for (AssessedAdvert advert : adverts) {
                shard.put(new Membership(TestIndex.id(advert), "c-invented"));
              }
            })
        .close();
  }

  @Test
  void showsWhatWasWrittenOrNothing() throws Exception {
    List<String> truth = shown();
    List<Path> files = files();
    Random random = new Random(5);
    int refused = 0;
    for (int i = 0; i < FLIPS; i++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] whole = Files.readAllBytes(file);
      flip(file, whole, random);
      try {
        assertThat(shown()).as("%s", file).isEqualTo(truth);
      } catch (IOException e) {
        refused++;
      }
      Files.write(file, whole);
    }
    assertThat(refused).isGreaterThan(FLIPS / 2);
    assertThat(shown()).isEqualTo(truth);
  }

  @Test
  void saysWhatToDoAboutAnIndexThatIsDamaged() throws Exception {
    Path file = files().stream().filter(each -> each.toString().endsWith(".cfs")).findAny().get();
    flip(file, Files.readAllBytes(file), new Random(6));

    assertThat(catching())
        .isInstanceOf(DamagedIndexException.class)
        .hasMessage("a file of the index is damaged, not shown: run ./vigie check");
    assertThat(IndexCheck.problems(index)).hasSize(1);
  }

  @Test
  void hasAChecksumOfEachRecord() throws Exception {
    assertThat(IndexCheck.look(index)).isEqualTo(new IndexCheck.Found(List.of(), 0));
  }

  private IOException catching() {
    try {
      shown();
      return new IOException("nothing");
    } catch (IOException e) {
      return e;
    }
  }

  private List<String> shown() throws IOException {
    List<String> shown = new ArrayList<>();
    try (AdvertIndex opened = AdvertIndex.open(index)) {
      opened.forEachAdvert("night", hit -> shown.add(hit.toString()));
      shown.add(opened.search(TestIndex.request("warehouse")).hits().toString());
    }
    return shown;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(index)) {
      return walk.filter(file -> file.toFile().isFile() && file.toFile().length() > 0)
          .sorted()
          .toList();
    }
  }

  private static void flip(Path file, byte[] whole, Random random) throws IOException {
    byte[] changed = whole.clone();
    changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
    Files.write(file, changed);
  }
}
