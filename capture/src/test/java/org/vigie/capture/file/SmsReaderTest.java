package org.vigie.capture.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SmsReaderTest {
  @Test
  void readsWhatAPhoneGotAndSent() throws IOException {
    String backup =
        """
        <?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
        <smses count="3">
          <sms address="+447700900251" date="1770152760000" type="1" subject="null" body="Bed in the back, &#10;bring papers" contact_name="Mick" />
          <sms address="+447700900251" date="1770152820000" type="2" subject="null" body="How much?" contact_name="Mick" />
          <mms date="1770152880000" msg_box="1" address="+447700900252" sub="null" contact_name="(Unknown)"><parts>
            <part ct="application/smil" text="&lt;smil/&gt;" /><part ct="text/plain" text="Ask at the gate" /></parts></mms>
        </smses>
        """;

    ReadFile read = ReadFile.of(FileKind.SMS, "sms.xml", backup);

    assertThat(read.parts("text"))
        .containsExactly("Bed in the back, \nbring papers", "How much?", "Ask at the gate");
    assertThat(read.parts("posted"))
        .containsExactly("2026-02-03T21:06:00Z", "2026-02-03T21:07:00Z", "2026-02-03T21:08:00Z");
    assertThat(read.fields("author")).containsExactly("Mick", "", "+447700900252");
    assertThat(read.fields("telephone")).containsExactly("+447700900251", "", "+447700900252");
    assertThat(read.fields("context.chat"))
        .containsExactly("Mick +447700900251", "Mick +447700900251", "+447700900252");
  }

  @Test
  void saysSoIfABackupHasNoText() throws IOException {
    assertThat(ReadFile.of(FileKind.SMS, "sms.xml", "<smses count=\"0\"></smses>").unread())
        .containsExactly("no-messages");
  }
}
