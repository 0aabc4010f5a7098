package org.vigie.casework.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownIdsTest {
  private static final String ADVERT = "a-0123456789abcdef0123";
  private static final String CLUSTER = "c-0123456789abcdef0123";

  /** The same, said another way; only signs that ids are made of, and some beside them. */
  private static final Pattern ID =
      Pattern.compile("(?<![0-9A-Za-z])[acnw]-[0-9a-f]{20}(?![0-9A-Za-z])");

  @TempDir Path folder;

  @Test
  void findsWhatAPatternFindsInAnyMixOfTheSignsOfIds() {
    Random random = new Random(19);
    String signs = "acnwmA-0f9Z é\n\",";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 120) {
        if (random.nextInt(4) == 0) {
          text.append("acnwm".charAt(random.nextInt(5))).append('-');
          random.ints(19 + random.nextInt(3), 0, 16).forEach(d -> text.append("%x".formatted(d)));
        } else {
          text.append(signs.charAt(random.nextInt(signs.length())));
        }
      }
      TreeSet<String> expected =
          ID.matcher(text)
              .results()
              .map(MatchResult::group)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(ShownIds.in(text.toString()).ids())
          .as("%s", text)
          .containsExactlyElementsOf(expected);
      assertThat(ShownIds.in(text.toString().getBytes(StandardCharsets.UTF_8)).ids())
          .containsExactlyElementsOf(expected);
    }
  }

  @Test
  void findsAnIdThatIsWrittenInPieces() throws Exception {
    IdScan scan = new IdScan();
    for (byte b : ("{\"id\":\"" + CLUSTER + "\"}").getBytes(StandardCharsets.UTF_8)) {
      scan.write(new byte[] {b});
    }
    scan.close();
    assertThat(scan.ids().ids()).containsExactly(CLUSTER);
  }

  @Test
  void readsFilesAndWhatIsPackedInThem() throws Exception {
    Files.writeString(folder.resolve("one.csv"), "\"" + ADVERT + "\",\"a-0123456789abcdef\"");
    Files.writeString(folder.resolve("two.txt"), "0123\n");
    try (OutputStream out = Files.newOutputStream(folder.resolve("book.xlsx"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("sheet.xml"));
      zip.write(("<t>" + CLUSTER + "</t>").repeat(1_000).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(IdScan.ofFiles(folder).ids()).containsExactly(ADVERT, CLUSTER);
    assertThat(IdScan.ofFiles(folder.resolve("book.xlsx")).ids()).containsExactly(CLUSTER);
  }
}
