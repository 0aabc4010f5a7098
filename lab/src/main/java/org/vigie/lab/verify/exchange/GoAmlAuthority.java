package org.vigie.lab.verify.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.vigie.exchange.partner.PartnerFormat;
import org.xml.sax.SAXException;

/** The schema of goAML, a report for each of some adverts that name an account. */
final class GoAmlAuthority implements Authority {
  @Override
  public String name() {
    return "goAML reports";
  }

  @Override
  public String folder() {
    return "goaml";
  }

  @Override
  public Judgement judge(Path schemas, InventedLeads leads, Path work) throws Exception {
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(schemas.resolve("5.0.2-xerces-patched/goAMLSchema.xsd").toFile());
    List<String> problems = new ArrayList<>();
    List<String> reports = new ArrayList<>(leads.eachWritten(PartnerFormat.GOAML));
    reports.add(InventedLeads.crowded(PartnerFormat.GOAML));
    for (String report : reports) {
      problems.addAll(problems(schema, report));
    }
    String wrong = reports.getFirst().replace("<rentity_id>1<", "<rentity_id>0<");
    return new Judgement(reports.size(), problems, !problems(schema, wrong).isEmpty());
  }

  private static List<String> problems(Schema schema, String report) throws IOException {
    try {
      schema.newValidator().validate(new StreamSource(new StringReader(report)));
      return List.of();
    } catch (SAXException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }
}
