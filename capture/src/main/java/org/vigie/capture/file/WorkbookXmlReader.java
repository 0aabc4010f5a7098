package org.vigie.capture.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Workbooks that Excel 2003 wrote as one XML file. */
final class WorkbookXmlReader implements FileReader {
  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    try {
      XMLStreamReader in = Xml.of(file.bytes());
      List<List<String>> rows = new ArrayList<>();
      List<String> row = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      int sheets = 0;
      while (in.hasNext()) {
        int event = in.next();
        if (event == XMLStreamConstants.CHARACTERS) {
          text.append(in.getText());
        } else if (event == XMLStreamConstants.START_ELEMENT) {
          switch (in.getLocalName()) {
            case "Worksheet" -> rows.clear();
            case "Row" -> row = new ArrayList<>();
            case "Cell" -> {
              String index = Xml.attribute(in, "Index");
              while (!index.isEmpty() && row.size() + 1 < Math.min(Integer.parseInt(index), 500)) {
                row.add("");
              }
              text.setLength(0);
            }
            case "Data" -> text.setLength(0);
            default -> {}
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          switch (in.getLocalName()) {
            case "Cell" -> row.add(text.toString().strip());
            case "Row" -> rows.add(row);
            case "Worksheet" -> Rows.read(rows, "sheet " + ++sheets, file, sink);
            default -> {}
          }
        }
      }
    } catch (XMLStreamException | NumberFormatException e) {
      throw new IOException("a workbook must be whole XML, but isn't", e);
    }
  }
}
