package org.vigie.lab.verify.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;

/** The shapes (SHACL) of CASE and UCO, for the graph of an evidence package. */
final class CaseAuthority implements Authority {
  @Override
  public String name() {
    return "CASE statements";
  }

  @Override
  public String folder() {
    return "case-uco";
  }

  @Override
  public Judgement judge(Path schemas, InventedLeads leads, Path work) throws Exception {
    Model ontology = CaseOntology.load(schemas);
    Shapes shapes = Shapes.parse(ontology);
    Path written = new InventedPackage(work).write(leads).resolve("data/case.jsonld");
    Model data = read(written);
    List<String> problems = new ArrayList<>();
    CaseOntology.namesUnknownTo(ontology, data)
        .forEach(name -> problems.add("no such name: " + name));
    report(shapes, ontology, data)
        .getEntries()
        .forEach(entry -> problems.add(String.valueOf(entry.message())));
    Path tests = schemas.resolve("CASE-tests");
    Model right = read(tests.resolve("investigative_action_PASS.json"));
    Model wrong = read(tests.resolve("investigative_action_XFAIL.json"));
    boolean refuses =
        report(shapes, ontology, right).conforms() && !report(shapes, ontology, wrong).conforms();
    return new Judgement((int) data.size(), problems, refuses);
  }

  private static Model read(Path file) {
    Model data = ModelFactory.createDefaultModel();
    RDFDataMgr.read(data, file.toUri().toString(), Lang.JSONLD);
    return data;
  }

  private static ValidationReport report(Shapes shapes, Model ontology, Model data) {
    return ShaclValidator.get()
        .validate(shapes, ModelFactory.createUnion(data, ontology).getGraph());
  }
}
