package org.vigie.exchange.pdf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** veraPDF, the PDF Association's own judge of PDF/A. */
public final class PdfValidator {
  private PdfValidator() {}

  /** Returns the clauses of PDF/A-2u that a file breaks; none if it is one. */
  public static List<String> problems(Path pdf) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    try (var in = Files.newInputStream(pdf);
        PDFAParser parser = Foundries.defaultInstance().createParser(in, PDFAFlavour.PDFA_2_U);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_U, false)) {
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
