package org.vigie.casework.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.advert.Span;
import org.vigie.search.AdvertIndex;
import org.vigie.search.shard.ShardWriter;

/** Whole exports of adverts that hold formulas in each of their fields, opened again. */
class HostileExportTest {
  private static final List<String> TEXTS = FormulaTest.payloads();
  private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

  @TempDir static Path folder;
  private static AdvertIndex index;

  @BeforeAll
  static void write() throws Exception {
    try (ShardWriter writer = ShardWriter.open(folder.resolve("shard-0"), OptionalLong.empty())) {
      for (int i = 0; i < TEXTS.size(); i++) {
        writer.put(advert(i, TEXTS.get(i)));
      }
      writer.commit(1);
    }
    index = AdvertIndex.open(folder);
  }

  @AfterAll
  static void end() throws Exception {
    index.close();
  }

  @Test
  void holdNoFormulaAsCsvWhateverEndsACell() throws Exception {
    String csv = new String(exported(ExportFormat.CSV), StandardCharsets.UTF_8);
    for (List<List<String>> rows :
        List.of(FormulaTest.commonsRows(csv, ','), FormulaTest.jacksonRows(csv))) {
      assertThat(rows)
          .hasSize(TEXTS.size() + 1)
          .allSatisfy(row -> assertThat(row).hasSameSizeAs(AdvertCells.COLUMNS));
      FormulaTest.assertNoFormula(rows);
    }
    FormulaTest.assertNoFormula(FormulaTest.commonsRows(csv, ';'));
    for (String separator : List.of(",", ";", "\t")) {
      FormulaTest.assertNoFormula(FormulaTest.rowsWithoutQuotes(csv, separator));
    }
  }

  @Test
  void holdStringsAloneAsAWorkbook() throws Exception {
    SpreadsheetTest.assertStrings(
        exported(ExportFormat.XLSX), TEXTS.size(), AdvertCells.COLUMNS.size());
  }

  @Test
  void areNotWrittenWhereSomebodyElsePutAFileOrALink(@TempDir Path shared) throws Exception {
    Path read = Files.writeString(shared.resolve("read-by-others"), "");
    Files.setPosixFilePermissions(read, PosixFilePermissions.fromString("rw-rw-rw-"));
    Files.createLink(shared.resolve("a.csv.part"), read);
    Files.createSymbolicLink(shared.resolve("b.csv.part"), read);

    for (String name : List.of("a.csv", "b.csv")) {
      Path file = shared.resolve(name);
      new Export(index, ExportFormat.CSV).write("", file, (ids, shown, hash) -> {});
      assertThat(read).as(name).isEmptyFile();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  private static byte[] exported(ExportFormat format) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long written = new Export(index, format).write("", out);
    assertThat(written).isEqualTo(TEXTS.size());
    return out.toByteArray();
  }

  private static AssessedAdvert advert(int number, String text) {
    return new AssessedAdvert(
        new Advert(
            "a-%020x".formatted(number),
            text,
            Channel.FORUM,
            text,
            text,
            null,
            AT,
            text,
            text,
            text,
            text,
            text,
            Map.of(text, text),
            text,
            null),
        text,
        List.of(new Contact(ContactType.HANDLE, text, text, new Span(0, 0), 0)),
        Entities.none(),
        List.of(new Indicator(text, text, text, EvidenceGrade.EXPERT, true, List.of(), text)),
        new Assessment("recruitment", Outcome.BUSINESS, 0.1, 0.1, List.of(), "m-1", "1"));
  }
}
