package org.vigie.lab.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vigie.search.broken.SeesTheClassifier;
import org.vigie.search.broken.left.Left;
import org.vigie.search.broken.right.Right;

class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.vigie");

  @Test
  void everyModuleSeesOnlyWhatTheDesignAllows() {
    ModuleArrows.ARROWS.check(OURS);
  }

  @Test
  void noPackagesFormACycle() {
    assertThat(PackageCycles.in(OURS)).isEmpty();
  }

  @Test
  void looksAtEveryModule() {
    Set<Module> seen = new TreeSet<>();
    for (JavaClass type : OURS) {
      Module.of(type).ifPresent(seen::add);
    }

    assertThat(seen)
        .containsExactly(
            Module.ADVERT,
            Module.WORLD,
            Module.TEXT,
            Module.FILES,
            Module.CLASSIFIER,
            Module.SEARCH,
            Module.CAPTURE,
            Module.TRAINING,
            Module.PIPELINE,
            Module.CRAWLER,
            Module.EXCHANGE,
            Module.CASEWORK,
            Module.WEB,
            Module.PAGE,
            Module.CLI,
            Module.LAB);
  }

  @Test
  void allowsTheArrowsOfTheDesignAndNoOthers() {
    JavaClass advert = classOf("org.vigie.advert.Advert");
    JavaClass classifier = classOf("org.vigie.classifier.AdvertAssessor");
    JavaClass search = classOf("org.vigie.search.AdvertIndex");
    JavaClass pipeline = classOf("org.vigie.pipeline.EmbeddedRun");
    JavaClass capture = classOf("org.vigie.capture.warc.WarcFile");
    JavaClass crawler = classOf("org.vigie.crawler.Crawl");
    JavaClass exchange = classOf("org.vigie.exchange.bag.Bag");
    JavaClass web = classOf("org.vigie.web.Phrases");
    JavaClass cli = classOf("org.vigie.cli.Vigie");

    assertThat(Module.SEARCH.maySee(advert)).isTrue();
    assertThat(Module.SEARCH.maySee(classifier)).isFalse();
    assertThat(Module.CRAWLER.maySee(search)).isFalse();
    assertThat(Module.PIPELINE.maySee(search)).isTrue();
    assertThat(Module.SEARCH.maySee(pipeline)).isFalse();
    assertThat(Module.WORLD.maySee(advert)).isTrue();
    assertThat(Module.WORLD.maySee(search)).isFalse();
    assertThat(Module.WEB.maySee(search)).isTrue();
    assertThat(Module.PIPELINE.maySee(capture)).isTrue();
    assertThat(Module.PIPELINE.maySee(crawler)).isFalse();
    assertThat(Module.CAPTURE.maySee(crawler)).isFalse();
    assertThat(Module.CASEWORK.maySee(exchange)).isTrue();
    assertThat(Module.EXCHANGE.maySee(capture)).isTrue();
    assertThat(Module.EXCHANGE.maySee(pipeline)).isFalse();
    assertThat(Module.PIPELINE.maySee(exchange)).isFalse();
    assertThat(Module.CASEWORK.maySee(web)).isFalse();
    assertThat(Module.WEB.maySee(cli)).isFalse();
    assertThat(Module.PIPELINE.maySee(cli)).isFalse();
    assertThat(Module.ADVERT.maySee(search)).isFalse();
  }

  @Test
  void keepsEachThirdPartyFamilyAtHome() {
    JavaClass picocli = new ClassFileImporter().importClass(picocli.CommandLine.class);
    JavaClass jackson =
        new ClassFileImporter().importClass(com.fasterxml.jackson.databind.ObjectMapper.class);
    JavaClass archunit = new ClassFileImporter().importClass(ClassFileImporter.class);

    assertThat(Module.CLI.maySee(picocli)).isTrue();
    assertThat(Module.PIPELINE.maySee(picocli)).isFalse();
    assertThat(Module.SEARCH.maySee(jackson)).isTrue();
    assertThat(Module.ADVERT.maySee(jackson)).isFalse();
    assertThat(Module.WORLD.maySee(jackson)).isFalse();
    assertThat(Module.CLI.maySee(archunit)).as("a family that nobody listed").isFalse();
  }

  @Test
  void noticesAnArrowSideways() {
    JavaClasses sideways = new ClassFileImporter().importClasses(SeesTheClassifier.class);

    assertThatThrownBy(() -> ModuleArrows.ARROWS.check(sideways))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("SeesTheClassifier")
        .hasMessageContaining("AdvertAssessor");
  }

  @Test
  void noticesACycle() {
    JavaClasses cycle = new ClassFileImporter().importClasses(Left.class, Right.class);

    assertThat(PackageCycles.in(cycle))
        .contains(
            "org.vigie.search.broken.left -> org.vigie.search.broken.right ->"
                + " org.vigie.search.broken.left");
  }

  private static JavaClass classOf(String name) {
    return OURS.get(name);
  }
}
