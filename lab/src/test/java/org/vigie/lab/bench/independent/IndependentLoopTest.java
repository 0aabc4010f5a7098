package org.vigie.lab.bench.independent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndependentLoopTest {
  private static final String OFFER =
      "We look for people who clean rooms in a hotel by the sea from June to September, with meals"
          + " and a bed, call 415 555 2671 and ask for the housekeeper";

  @TempDir Path folder;

  @Test
  void hasNoClassOfOurs() {
    String own = IndependentLoop.class.getPackageName();
    DescribedPredicate<JavaClass> ours =
        DescribedPredicate.describe(
            "ours",
            type ->
                type.getPackageName().startsWith("org.vigie.")
                    && !type.getPackageName().equals(own));

    noClasses()
        .should()
        .dependOnClassesThat(ours)
        .check(new ClassFileImporter().importPackages(own));
  }

  @Test
  void writesOneDocumentForEachDifferentAdvert() throws Exception {
    Path input =
        Files.write(
            folder.resolve("adverts.jsonl"),
            List.of(
                line(OFFER),
                line("Night work in a warehouse near the port, ask at the gate"),
                line(OFFER)));

    IndependentLoop.main(new String[] {input.toString(), folder.resolve("index").toString()});

    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder.resolve("index")))) {
      assertThat(reader.numDocs()).isEqualTo(2);
      assertThat(reader.storedFields().document(0).get("phone")).isEqualTo("+14155552671");
      assertThat(reader.storedFields().document(0).get("risk")).isNotNull();
    }
  }

  @Test
  void putsAdvertsThatAreAlikeIntoOneGroup() throws Exception {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndependentLoop loop = new IndependentLoop(directory)) {
        loop.take(line(OFFER));
        loop.take(line("Night work in a warehouse near the port, ask at the gate"));
        loop.take(line(OFFER.replace("June", "July")));
        assertThat(loop.size()).isEqualTo(3);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        List<String> groups = List.of(group(reader, 0), group(reader, 1), group(reader, 2));
        assertThat(groups.get(2)).isEqualTo(groups.get(0)).isNotEqualTo(groups.get(1));
      }
    }
  }

  private static String group(DirectoryReader reader, int number) throws Exception {
    Document document = reader.storedFields().document(number);
    return document.get("group");
  }

  private static String line(String text) {
    return "{\"text\":\"" + text + "\"}";
  }
}
