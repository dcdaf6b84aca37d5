import { setGlobalTheme } from '@atlaskit/tokens/set-global-theme';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { ColorMode } from './bridge/protocol';

const KEPT = 'sandbox.colour-mode';

interface Theme {
  colorMode: ColorMode;
  toggle: () => void;
}

const ThemeContext = createContext<Theme | undefined>(undefined);

/** Light or dark: as chosen before in this browser, else as the system has it. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [colorMode, setColorMode] = useState<ColorMode>(preferred);
  useEffect(() => {
    void setGlobalTheme({
      colorMode,
      light: 'light',
      dark: 'dark',
      spacing: 'spacing',
      typography: 'typography',
      shape: 'shape',
    });
    document.documentElement.style.colorScheme = colorMode;
  }, [colorMode]);
  const toggle = () => {
    const next = colorMode === 'light' ? 'dark' : 'light';
    window.localStorage.setItem(KEPT, next);
    setColorMode(next);
  };
  return <ThemeContext.Provider value={{ colorMode, toggle }}>{children}</ThemeContext.Provider>;
}

export function useTheme(): Theme {
  const theme = useContext(ThemeContext);
  if (!theme) throw new Error('ThemeProvider is missing.');
  return theme;
}

function preferred(): ColorMode {
  const kept = window.localStorage.getItem(KEPT);
  if (kept === 'light' || kept === 'dark') return kept;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
