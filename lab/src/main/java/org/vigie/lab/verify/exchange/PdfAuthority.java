package org.vigie.lab.verify.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.vigie.exchange.evidence.ReportWords;

/** veraPDF, the PDF Association's own judge of PDF/A, for a package's report in each language. */
final class PdfAuthority implements Authority {
  private static final PDFAFlavour FLAVOUR = PDFAFlavour.PDFA_2_U;

  /** What a file says that it is; the level A asks for a structure that ours doesn't have. */
  private static final String SAID = "<pdfaid:conformance>U<";

  @Override
  public String name() {
    return "PDF/A reports";
  }

  @Override
  public String folder() {
    return "";
  }

  @Override
  public Judgement judge(Path schemas, InventedLeads leads, Path work) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    List<String> problems = new ArrayList<>();
    boolean refuses = true;
    for (Locale language : ReportWords.LANGUAGES) {
      Path own = Files.createDirectories(work.resolve(language.getLanguage()));
      Path report = new InventedPackage(own).write(leads, language).resolve("data/report.pdf");
      for (String problem : problems(report)) {
        problems.add(language + ": " + problem);
      }
      String text = Files.readString(report, ISO_8859_1);
      Path wrong = own.resolve("wrong.pdf");
      Files.writeString(wrong, text.replace(SAID, SAID.replace('U', 'X')), ISO_8859_1);
      refuses &= text.contains(SAID) && !problems(wrong).isEmpty();
    }
    return new Judgement(ReportWords.LANGUAGES.size(), problems, refuses);
  }

  private static List<String> problems(Path pdf) throws Exception {
    try (InputStream in = Files.newInputStream(pdf);
        PDFAParser parser = Foundries.defaultInstance().createParser(in, FLAVOUR);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(FLAVOUR, false)) {
      ValidationResult result = validator.validate(parser);
      TreeSet<String> problems = new TreeSet<>();
      for (TestAssertion each : result.getTestAssertions()) {
        problems.add(each.getRuleId().getClause() + ": " + each.getMessage());
      }
      if (!result.isCompliant() && problems.isEmpty()) {
        problems.add("not compliant");
      }
      return List.copyOf(problems);
    }
  }
}
