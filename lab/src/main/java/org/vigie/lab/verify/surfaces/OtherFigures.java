package org.vigie.lab.verify.surfaces;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.capture.picture.PictureLimits;
import org.vigie.capture.picture.PictureReader;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.crawler.render.ChromiumProgram;
import org.vigie.files.owner.FolderTree;
import org.vigie.lab.verify.pictures.PictureFigures;
import org.vigie.lab.verify.pictures.PictureReport;

/** What is measured of surfaces beside frozen pages and files. */
public enum OtherFigures {
  /** Main texts of real pages by type, beside plain text and peers. */
  EXTRACTION {
    @Override
    List<String> measured(Path project, Path data, Path folder) throws IOException {
      Path pages = data.resolve("html/extraction");
      return Files.isDirectory(pages)
          ? new PageTexts(pages, new AdvertExtractor()).lines()
          : List.of(absent("the text of real pages by type", pages + " is absent"));
    }
  },
  /** Searches across languages. */
  SEARCH {
    @Override
    List<String> measured(Path project, Path data, Path folder) throws IOException {
      try (AcrossSearch search = new AcrossSearch(folder, project.resolve("models"))) {
        return search.lines();
      }
    }
  },
  /** What others compile. */
  PLUGIN {
    @Override
    List<String> measured(Path project, Path data, Path folder) throws IOException {
      return new SamplePlugin(project, folder).lines();
    }
  },
  /** Pages that try to get out of a browser. */
  RENDERING {
    @Override
    List<String> measured(Path project, Path data, Path folder) throws Exception {
      ChromiumProgram program;
      try {
        program = ChromiumProgram.find();
      } catch (IOException e) {
        return List.of(absent("rendering of hostile pages", String.valueOf(e.getMessage())));
      }
      try (HostileRendering hostile = new HostileRendering()) {
        return hostile.lines(program);
      }
    }
  },
  /** Drawn pictures and codes, as {@code verify pictures} measures them. */
  PICTURES {
    @Override
    List<String> measured(Path project, Path data, Path folder) throws IOException {
      AdvertAssessor assessor = AdvertAssessor.load(project.resolve("models"));
      try (PictureReader reader = new PictureReader(PictureLimits.defaults(), List.of())) {
        return PictureReport.summary(new PictureFigures(reader, assessor));
      }
    }
  };

  /** Returns the name used on command lines. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Measures, and returns lines of Markdown; where data or a program is absent, they say so.
   *
   * @param project the sources that this is built from
   * @param data folder of public data
   */
  public List<String> lines(Path project, Path data) throws Exception {
    Path folder = Files.createTempDirectory("vigie-surfaces-");
    try {
      return measured(project, data, folder);
    } finally {
      FolderTree.delete(folder);
    }
  }

  /**
   * @param folder an empty one to work in
   */
  abstract List<String> measured(Path project, Path data, Path folder) throws Exception;

  private static String absent(String what, String why) {
    return "Not measured: %s, since %s.".formatted(what, why);
  }
}
