package org.vigie.lab.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.picture.PictureLimits;
import org.vigie.capture.picture.PictureReader;
import org.vigie.casework.environment.Environment;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.files.failure.Exit;
import org.vigie.lab.verify.pictures.PictureFigures;
import org.vigie.lab.verify.pictures.PictureReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie verify pictures}. */
@Command(
    name = "pictures",
    description = "Draw adverts, codes and scenes, and hold what is read of them against that",
    footer = {"", "Text needs tesseract with the data of each language, and fonts that show it."})
final class VerifyPicturesCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description = "Write the figures to a Markdown file as well")
  private @Nullable String table;

  VerifyPicturesCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    AdvertAssessor assessor = AdvertAssessor.load(environment.home().resolve("models"));
    try (PictureReader reader = new PictureReader(PictureLimits.defaults(), List.of())) {
      List<String> figures = PictureReport.lines(new PictureFigures(reader, assessor));
      figures.forEach(environment.out()::println);
      if (table != null) {
        FigurePage.write(
            environment.path(table),
            "What is read in pictures",
            List.of(
                "Written by `./vigie verify pictures --table FILE`. Everything is drawn for it: four lines an advert, on two",
                "colours, tilted by up to 1.5 degrees, with noise, as JPEG at quality 0.75. Photographs of real adverts do worse."),
            figures);
      }
    }
    return Exit.OK.code();
  }
}
