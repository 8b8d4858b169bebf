package io.tapelake.jobs.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.config.LoadOptions;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.scanner.ScanSettings;
import org.junit.jupiter.api.Test;

class ConfiguredScanTest {

    @Test
    void theDefaultsOfTheConfigurationAreThoseOfTheScanner() {
        assertThat(ConfiguredScan.settings(TapelakeConfig.defaults().scan())).isEqualTo(ScanSettings.defaults());
    }

    @Test
    void aSettingThatIsGivenReachesTheScanner() {
        TapelakeConfig config = TapelakeConfig.load(LoadOptions.defaultsOnly()
                .with("scan.momentum.movement-alone", "0.33", "test")
                .with("scan.resets.latency-ms", "77", "test"));

        ScanSettings settings = ConfiguredScan.settings(config.scan());

        assertThat(settings.momentum().movementAlone()).isEqualTo(0.33);
        assertThat(settings.resets().latencyMs()).isEqualTo(77);
    }
}
