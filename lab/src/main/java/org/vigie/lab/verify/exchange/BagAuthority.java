package org.vigie.lab.verify.exchange;

import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The Library of Congress's own verifier of bags, for an evidence package. */
final class BagAuthority implements Authority {
  @Override
  public String name() {
    return "bag files";
  }

  @Override
  public String folder() {
    return "";
  }

  @Override
  public Judgement judge(Path schemas, InventedLeads leads, Path work) throws Exception {
    Path bag = new InventedPackage(work).write(leads);
    List<String> problems = problems(bag);
    int files;
    try (Stream<Path> all = Files.walk(bag)) {
      files = (int) all.filter(Files::isRegularFile).count();
    }
    Files.writeString(bag.resolve("data/adverts.jsonl"), " ", StandardOpenOption.APPEND);
    boolean refusesChanged = !problems(bag).isEmpty();
    Files.delete(bag.resolve("data/adverts.jsonl"));
    return new Judgement(files, problems, refusesChanged && !problems(bag).isEmpty());
  }

  /** The verifier says what is wrong by exceptions of many kinds. */
  private static List<String> problems(Path bag) {
    try (BagVerifier verifier = new BagVerifier()) {
      verifier.isValid(new BagReader().read(bag), false);
      return List.of();
    } catch (Exception e) {
      return List.of(e.toString());
    }
  }
}
