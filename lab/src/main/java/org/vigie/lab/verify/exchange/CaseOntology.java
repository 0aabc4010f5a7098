package org.vigie.lab.verify.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** CASE and UCO with the shapes that stand in them. */
final class CaseOntology {
  private CaseOntology() {}

  static Model load(Path schemas) throws IOException {
    Model model = ModelFactory.createDefaultModel();
    for (String part : new String[] {"CASE", "UCO"}) {
      try (Stream<Path> walk = Files.walk(schemas.resolve(part))) {
        for (Path file : walk.filter(each -> each.toString().endsWith(".ttl")).sorted().toList()) {
          RDFDataMgr.read(model, file.toUri().toString());
        }
      }
    }
    return parsable(model);
  }

  /**
   * Some of UCO's queries can't be parsed as SPARQL asks: two select {@code $this} without grouping
   * by it, which changes no answer, as it is bound beforehand (SHACL, section 5.3.1); others use
   * {@code rdfs:} as the file around them declares it.
   */
  private static Model parsable(Model model) {
    Property select = model.createProperty("http://www.w3.org/ns/shacl#select");
    for (Statement statement : model.listStatements(null, select, (RDFNode) null).toList()) {
      String query = statement.getString().replace("GROUP BY ?value", "GROUP BY $this ?value");
      if (!query.contains("PREFIX rdfs:")) {
        query = "PREFIX rdfs: <" + RDFS.getURI() + ">\n" + query;
      }
      statement.changeObject(query);
    }
    return model;
  }

  /** A shape says nothing of a name that it doesn't know, so a misspelt one would pass. */
  static Set<String> namesUnknownTo(Model ontology, Model data) {
    Set<String> unknown = new TreeSet<>();
    for (Statement statement : data.listStatements().toList()) {
      boolean type = statement.getPredicate().equals(RDF.type);
      var name = type ? statement.getResource() : statement.getPredicate();
      if (!ontology.contains(name, RDF.type)) {
        unknown.add(name.getURI());
      }
    }
    return unknown;
  }
}
